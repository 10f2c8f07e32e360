namespace AuraConsole.Web.Live;

/// <summary>One timer for all screens.</summary>
internal sealed class BoardPulse(BoardScreens screens, UpstreamStatus upstream, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            screens.SendPulse(Pulse.Of(upstream.Now, time.GetUtcNow()));
    }
}
