namespace AuraConsole.Web.Components.Drafts;

/// <summary>Forgets old drafts, at start and once a day.</summary>
public sealed partial class DraftPurge(DraftStore drafts, TimeProvider time, ILogger<DraftPurge> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            try
            {
                await drafts.PurgeAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.NotPurged(logger, failure);
            }
        }
        while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Old drafts could not be removed; trying again tomorrow")]
        public static partial void NotPurged(ILogger logger, Exception failure);
    }
}
