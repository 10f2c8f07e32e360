using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Sending;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Settles commands whose answer was lost by looking at AURA, and keeps looking; when looking cannot settle it, a person is asked.</summary>
public sealed partial class CommandSettler(
    CommandBoard board, CommandRuns runs, CommandJournal journal, CommandTakeOver takeOver, RaiseSettling raises, CancelSettling cancels,
    SettleDoorbell doorbell, UpstreamStatus upstream, IOptions<OutboundOptions> options, TimeProvider time, ILogger<CommandSettler> logger)
    : BackgroundService
{
    private const int MostPerRound = 50;

    /// <summary>A command that waits for a person is looked at only every so many rounds.</summary>
    private const int RestForPerson = 5;

    /// <summary>Without a single good look for so long, somebody has to telephone.</summary>
    private static readonly TimeSpan MostWithoutLook = TimeSpan.FromMinutes(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await takeOver.RunAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await runs.DrainAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0L; !stoppingToken.IsCancellationRequested; round++)
        {
            var due = board.Open.Where(c => c.State == CommandState.Unknown && !runs.IsRunning(c.Id) && (!c.NeedsPerson || round % RestForPerson == 0));
            foreach (var command in due.Take(MostPerRound))
                await SettleAsync(command, stoppingToken);
            await doorbell.WaitAsync(options.Value.SettleInterval, time, stoppingToken);
        }
    }

    private async Task SettleAsync(CommandView command, CancellationToken stoppingToken)
    {
        try
        {
            if (command.Kind == CommandKind.Raise)
                await raises.LookAsync(command.Id, stoppingToken);
            else
                await cancels.LookAsync(command.Id, command.CalloutId!.Value, stoppingToken);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NoLook(logger, command.Id, failure.Kind, failure.CorrelationId);
            await AskPersonAsync(command, failure, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotSettled(logger, failure, command.Id);
        }
    }

    private async Task AskPersonAsync(CommandView command, AuraApiException failure, CancellationToken stoppingToken)
    {
        var isHopeless = failure.Kind is AuraErrorKind.NotFound or AuraErrorKind.Unauthorised or AuraErrorKind.Forbidden;
        if (command.NeedsPerson || (!isHopeless && time.GetUtcNow() - command.SentAt < MostWithoutLook))
            return;
        await journal.ChangeAsync(command.Id, (_, row) =>
        {
            row.NeedsPerson = isHopeless || row.FirstLookAt is null;
            return Task.CompletedTask;
        }, stoppingToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Command {CommandId} is unsettled and AURA cannot be looked at: {Kind}, correlation {Correlation}")]
        public static partial void NoLook(ILogger logger, Guid commandId, AuraErrorKind kind, string correlation);

        [LoggerMessage(2, LogLevel.Error, "Command {CommandId} could not be settled; trying again")]
        public static partial void NotSettled(ILogger logger, Exception failure, Guid commandId);
    }
}
