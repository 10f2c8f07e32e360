using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Takes over the commands an earlier process left open, and brings the last ones back to the screens.</summary>
public sealed class CommandTakeOver(IDbContextFactory<ConsoleDbContext> contexts, CommandJournal journal, CommandBoard board, TimeProvider time)
{
    private const int MostShown = 200;

    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - ShownFor;
        List<Command> left;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            left = await db.Commands.AsNoTracking().Include(c => c.Site)
                .Where(c => c.State == CommandState.Recorded || c.State == CommandState.Sending || c.State == CommandState.Unknown || c.SettledAt > since)
                .OrderByDescending(c => c.AskedAt).Take(MostShown).ToListAsync(cancellationToken);
        }
        foreach (var command in left)
        {
            board.Publish(CommandView.Of(command));
            if (command.State is CommandState.Recorded or CommandState.Sending)
                await journal.ChangeAsync(command.Id, (_, row) => Interrupted(row), cancellationToken);
        }
    }

    private static Task Interrupted(Command command)
    {
        command.Interrupt();
        return Task.CompletedTask;
    }
}
