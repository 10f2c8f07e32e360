using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Looks at AURA for every command without an answer, until it is settled.</summary>
public sealed partial class CommandSettler(
    IDbContextFactory<ConsoleDbContext> contexts, CommandTakeOver takeOver, CommandRuns runs, RaiseSettling raises, CancelSettling cancels,
    ActiveLooks looks, CommandJournal journal, SettleDoorbell doorbell, IOptions<OutboundOptions> options, TimeProvider time, ILogger<CommandSettler> logger)
    : BackgroundService
{
    private const int MostOpen = 200;
    private const int MostCancelsPerRound = 10;
    private const int MostCustomersPerRound = 10;

    private readonly LookTimes _times = new();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await takeOver.AtStartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await runs.DrainAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await EachAsync(null, () => RoundAsync(stoppingToken), stoppingToken);
            await doorbell.WaitAsync(options.Value.SettleInterval, time, stoppingToken);
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        var open = await OpenAsync(stoppingToken);
        _times.Keep([.. open.Select(command => command.Id)]);
        foreach (var orphan in open.Where(command => command.State != CommandState.Unknown && !runs.IsRunning(command.Id)))
            await EachAsync(orphan.Id, () => takeOver.TakeOverAsync(orphan.Id, stoppingToken), stoppingToken);

        var now = time.GetUtcNow();
        var due = open.Where(command => command.State == CommandState.Unknown && !runs.IsRunning(command.Id) && _times.IsDue(command.Id, now)).ToList();
        if (due.Count == 0)
            return;
        using var activity = ConsoleMeters.Activities.StartActivity("command.settle");
        activity?.SetTag("commands", due.Count);
        await RaisesAsync([.. due.Where(command => command.Kind == CommandKind.Raise)], stoppingToken);
        foreach (var cancel in due.Where(command => command is { Kind: CommandKind.Cancel, CalloutAuraId: not null }).Take(MostCancelsPerRound))
            await LookAsync(cancel, () => cancels.LookAsync(cancel.Id, cancel.CalloutAuraId!.Value, stoppingToken), stoppingToken);
    }

    /// <summary>One look at AURA serves all raises for sites of the round, one each those for a customer, and only those that are not here already.</summary>
    private async Task RaisesAsync(List<Command> due, CancellationToken stoppingToken)
    {
        var left = new List<Command>();
        foreach (var raise in due)
        {
            var isOpen = true;
            await EachAsync(raise.Id, async () => isOpen = (await raises.FromDatabaseAsync(raise.Id, stoppingToken)).IsOpen, stoppingToken);
            if (isOpen)
                left.Add(raise);
        }
        await FromLookAsync([.. left.Where(raise => raise.CustomerAuraId is null)], () => looks.LookAsync(stoppingToken), stoppingToken);
        foreach (var ofOne in left.Where(raise => raise.CustomerAuraId is not null).GroupBy(raise => raise.CustomerAuraId!.Value).Take(MostCustomersPerRound))
            await FromLookAsync([.. ofOne], () => looks.LookAsync(ofOne.Key, stoppingToken), stoppingToken);
    }

    private async Task FromLookAsync(List<Command> left, Func<Task<ActiveLook?>> ask, CancellationToken stoppingToken)
    {
        if (left.Count == 0)
            return;
        ActiveLook? look = null;
        await EachAsync(null, async () => look = await ask(), stoppingToken);
        foreach (var raise in left)
        {
            await LookAsync(raise, async () =>
            {
                if (look is not null)
                    await raises.FromLookAsync(raise.Id, look, _times.LastGood(raise.Id), stoppingToken);
                return look is not null;
            }, stoppingToken);
        }
    }

    /// <summary>Does one look for a command and keeps count of them; without a good one for long, a person is asked.</summary>
    private async Task LookAsync(Command command, Func<Task<bool>> look, CancellationToken stoppingToken)
    {
        var at = time.GetUtcNow();
        var good = false;
        await EachAsync(command.Id, async () => good = await look(), stoppingToken);
        var needsPerson = command.NeedsPerson;
        if (!good && !needsPerson && at - Patience.InSightUntil(command, _times.LastGood(command.Id)) >= Patience.WithoutLook)
        {
            await EachAsync(command.Id, () => journal.ChangeAsync(command.Id, Patience.AskPerson, stoppingToken), stoppingToken);
            needsPerson = true;
        }
        _times.Looked(command.Id, at, good, needsPerson ? Patience.ForPerson : TimeSpan.Zero);
    }

    private async Task<List<Command>> OpenAsync(CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        return await db.Commands.AsNoTracking()
            .Where(c => c.State == CommandState.Recorded || c.State == CommandState.Sending || c.State == CommandState.Unknown)
            .OrderBy(c => c.NeedsPerson).ThenBy(c => c.AskedAt).Take(MostOpen).ToListAsync(stoppingToken);
    }

    /// <summary>One failing command must not stop the others, and nothing but the application's end stops the rounds.</summary>
    private async Task EachAsync(Guid? commandId, Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, failure, commandId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Settling failed, command {CommandId}; the next round follows")]
        public static partial void Failed(ILogger logger, Exception failure, Guid? commandId);
    }
}
