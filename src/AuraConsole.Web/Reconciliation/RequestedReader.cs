using AuraConsole.Web.Webhooks;

namespace AuraConsole.Web.Reconciliation;

/// <summary>Reads callouts that somebody asked to be read now: after an event that tells too little, a repeat, a cancellation.</summary>
public sealed partial class RequestedReader(ReadRequests requests, CalloutReading reading, ILogger<RequestedReader> logger) : BackgroundService
{
    private const int AtOnce = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => ReadAsync(stoppingToken)));

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var calloutId = await requests.NextAsync(stoppingToken);
            try
            {
                await reading.ReadAsync(calloutId, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.NotRead(logger, failure, calloutId);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Callout {CalloutId} was asked for and could not be applied; polling will try again")]
        public static partial void NotRead(ILogger logger, Exception failure, long calloutId);
    }
}
