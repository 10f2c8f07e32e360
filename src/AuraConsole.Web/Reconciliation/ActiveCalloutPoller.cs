using AuraConsole.Web.Live;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Reconciliation;

/// <summary>
/// Reads every active callout until it is closed: truth does not depend on webhooks. Every third round reads each; one that moved a
/// moment ago while deliveries arrive, or that AURA does not know, rests in between.
/// </summary>
public sealed partial class ActiveCalloutPoller(
    Board board, CalloutReading reading, UpstreamStatus upstream, IOptions<ReconciliationOptions> options, TimeProvider time, ILogger<ActiveCalloutPoller> logger)
    : BackgroundService
{
    private const int AtOnce = 4;
    private const int Rest = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.Value.PollInterval, time);
        for (var round = 0L; await tick.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                await Parallel.ForEachAsync(Due(round), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
                    async (id, token) => await reading.ReadAsync(id, token));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.RoundFailed(logger, failure);
            }
        }
    }

    private List<long> Due(long round)
    {
        var recently = time.GetUtcNow() - options.Value.PollInterval * Rest;
        var isDelivering = upstream.Now.LastDeliveryAt > recently;
        return [.. board.Now.Active.Values.Where(row => (row.Id + round) % Rest == 0 || !MayRest(row)).Select(row => row.Id)];

        bool MayRest(BoardRow row) => row.MissingAtAura || (isDelivering && row.LastEntryAt > recently);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A round of polling failed; the next one follows")]
        public static partial void RoundFailed(ILogger logger, Exception failure);
    }
}
