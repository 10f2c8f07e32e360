using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Patrols.Watching;

/// <summary>Looks at the patrols again and again, for as long as the console runs.</summary>
internal sealed partial class PatrolClock(PatrolLayout layout, PatrolWatch watch, PatrolAlerts alerts, IOptions<PatrolsOptions> options, TimeProvider time, ILogger<PatrolClock> logger)
    : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await alerts.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        do
        {
            try
            {
                await layout.LayOutAsync(stoppingToken);
                await watch.LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The patrols could not be looked at; the next look follows")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
