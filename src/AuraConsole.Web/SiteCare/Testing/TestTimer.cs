namespace AuraConsole.Web.SiteCare.Testing;

/// <summary>
/// Ends tests by their time, also those that ended while the console was down, and rings when one comes near its end. It looks at the
/// book in memory once a second, and at the database only when something is due.
/// </summary>
internal sealed partial class TestTimer(TestDesk desk, TestBook book, TimeProvider time, ILogger<TestTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private int _soon;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await desk.EndDueAsync(cancellationToken);
        await book.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // the next second tries again; a callout is marked by the time that was set, not by this
                Log.Failed(logger, failure);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (book.Now.Exists(test => test.EndsAt <= now))
            await desk.EndDueAsync(cancellationToken);
        var soon = book.EndingSoon(Data.Identity.Scope.Everything).Count;
        if (soon != _soon)
            book.Feed.Publish();
        _soon = soon;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Tests of sites whose time is over could not be ended")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
