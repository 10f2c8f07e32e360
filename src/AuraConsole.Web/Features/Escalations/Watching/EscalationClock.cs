using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Escalations.Watching;

/// <summary>Looks again and again, for as long as the console runs.</summary>
internal sealed partial class EscalationClock(EscalationWatch watch, IOptions<EscalationOptions> options, TimeProvider time, ILogger<EscalationClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await watch.LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The escalation rules could not look at the board; the next look follows")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
