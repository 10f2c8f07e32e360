using AuraConsole.Web.Webhooks;

namespace AuraConsole.Web.Reconciliation;

/// <summary>Reads callouts that somebody asked to be read now: after an event that tells too little, a repeat, a cancellation.</summary>
public sealed class RequestedReader(ReadRequests requests, CalloutReading reading) : BackgroundService
{
    private const int AtOnce = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => ReadAsync(stoppingToken)));

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await reading.ReadAsync(await requests.NextAsync(stoppingToken), stoppingToken);
    }
}
