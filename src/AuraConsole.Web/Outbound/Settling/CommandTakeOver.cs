using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Takes over commands that nobody works on any more: those of a process that ended, or whose outcome could not be written.</summary>
public sealed partial class CommandTakeOver(
    IDbContextFactory<ConsoleDbContext> contexts, CommandJournal journal, CommandBoard board, TimeProvider time, ILogger<CommandTakeOver> logger)
{
    private const int MostShown = 200;
    private const int MostAtOnce = 1000;

    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(10);

    /// <summary>At start, before the first request: whatever is not settled belongs to an earlier process.</summary>
    public async Task AtStartAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await LoadAsync(cancellationToken))
        {
            try
            {
                await TakeOverAsync(id, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // the settler's rounds try again; one odd row must not keep the control room without its console
                Log.NotTakenOver(logger, failure, id);
            }
        }
    }

    /// <summary>What did not leave never will; what may have left is looked for.</summary>
    public async Task TakeOverAsync(Guid id, CancellationToken cancellationToken)
    {
        var view = await journal.ChangeAsync(id, TakeOverAsync, cancellationToken);
        Log.TakenOver(logger, view.Kind, id, view.State);
    }

    private static async Task TakeOverAsync(CalloutSession session, Command command)
    {
        if (command.State == CommandState.Unknown)
            return;
        command.Interrupt();
        if (command is { State: CommandState.Unknown, Kind: CommandKind.Cancel })
            await CancelEntries.NoteAsync(session, command, EntryKind.CancelAnswerLost, null);
    }

    /// <summary>Shows the open commands and the recently settled; answers the ids of the open ones to take over.</summary>
    private async Task<List<Guid>> LoadAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - ShownFor;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var commands = db.Commands.AsNoTracking().Include(c => c.Site);
        // bounded as the settler is bounded: the rest is taken over by its rounds
        var open = await commands.Where(c => c.State == CommandState.Recorded || c.State == CommandState.Sending || c.State == CommandState.Unknown)
            .OrderByDescending(c => c.AskedAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        var settled = await commands.Where(c => c.AskedAt >= since.AddDays(-1) && c.SettledAt >= since)
            .OrderByDescending(c => c.SettledAt).Take(MostShown).ToListAsync(cancellationToken);
        foreach (var command in open.Concat(settled))
            board.Publish(CommandView.Of(command));
        return [.. open.Where(c => c.State != CommandState.Unknown).Select(c => c.Id)];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Kind} {CommandId} was left open and is now {State}")]
        public static partial void TakenOver(ILogger logger, CommandKind kind, Guid commandId, CommandState state);

        [LoggerMessage(2, LogLevel.Error, "Command {CommandId} could not be taken over")]
        public static partial void NotTakenOver(ILogger logger, Exception failure, Guid commandId);
    }
}
