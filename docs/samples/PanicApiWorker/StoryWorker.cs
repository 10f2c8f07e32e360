using AuraConsole.Integration.Http;
using Microsoft.Extensions.Hosting;

namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>Tells the stories one after another, then ends the host.</summary>
internal sealed class StoryWorker(
    CustomerStory customers, GuardingStory guarding, PortfolioStory portfolio, IHostApplicationLifetime lifetime, TextWriter tell)
    : BackgroundService
{
    public bool ToldToItsEnd { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var customerId = await customers.RunAsync(stoppingToken);
            await guarding.RunAsync(customerId, stoppingToken);
            await portfolio.RunAsync(stoppingToken);
            ToldToItsEnd = true;
        }
        catch (AuraApiException failure)
        {
            await tell.WriteLineAsync($"AURA: {failure.Kind}, {failure.AuraMessage ?? "no words"} (correlation {failure.CorrelationId})");
        }
        catch (TimeoutException failure)
        {
            await tell.WriteLineAsync(failure.Message);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }
}
