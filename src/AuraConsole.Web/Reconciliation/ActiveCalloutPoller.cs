using AuraConsole.Web.Live;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Reconciliation;

/// <summary>
/// Reads every active callout until it is closed: truth does not depend on webhooks. A callout whose deliveries are arriving is read
/// a third as often.
/// </summary>
public sealed partial class ActiveCalloutPoller(
    Board board, CalloutReading reading, UpstreamStatus upstream, IOptions<ReconciliationOptions> options, TimeProvider time, ILogger<ActiveCalloutPoller> logger)
    : BackgroundService
{
    private const int AtOnce = 4;
    private const int RestWhileDelivered = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.Value.PollInterval, time);
        for (var round = 0L; await tick.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                var due = Due(round);
                await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
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
        var delivering = time.GetUtcNow() - upstream.Now.LastDeliveryAt < options.Value.PollInterval * RestWhileDelivered;
        return [.. board.Now.Active.Values.Where(row => !delivering || row.LastEntryAt is null || round % RestWhileDelivered == row.Id % RestWhileDelivered).Select(row => row.Id)];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A round of polling failed; the next one follows")]
        public static partial void RoundFailed(ILogger logger, Exception failure);
    }
}
