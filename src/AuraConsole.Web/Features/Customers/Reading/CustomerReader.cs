using AuraConsole.Web.Webhooks;

namespace AuraConsole.Web.Features.Customers.Reading;

/// <summary>Reads customers of whom a delivery told too little.</summary>
public sealed class CustomerReader(CustomerReadRequests requests, CustomerReading reading) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await reading.ReadAsync(await requests.NextAsync(stoppingToken), stoppingToken);
    }
}
