using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Webhooks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Hosting;

/// <summary>
/// Registers this console's webhook with the simulator. Only with the simulator: at AURA, registering replaces whatever was there, and
/// that is an admin's decision.
/// </summary>
internal sealed partial class SimulatorWebhook(
    IWebhooksApi webhooks, IServer server, IHostApplicationLifetime lifetime, IOptions<WebhookOptions> options, TimeProvider time, ILogger<SimulatorWebhook> logger)
    : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        var registration = new WebhookRegistration
        {
            Url = options.Value.PublicUrl ?? new Uri(OwnAddress.Of(server)!, AuraWebhookEndpoint.Path),
            Events = AuraEventNames.All,
            Headers = new Dictionary<string, string> { [options.Value.HeaderName] = options.Value.Secret },
        };
        while (true)
        {
            try
            {
                await webhooks.RegisterAsync(registration, stoppingToken);
                return;
            }
            catch (AuraApiException failure)
            {
                Log.NotRegistered(logger, failure.Kind);
                await Task.Delay(Again, time, stoppingToken);
            }
        }
    }

    /// <summary>Addresses are known, and deliveries can be answered, only once the server listens.</summary>
    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The webhook could not be registered with the simulator: {Kind}; trying again")]
        public static partial void NotRegistered(ILogger logger, AuraErrorKind kind);
    }
}
