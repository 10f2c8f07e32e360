namespace AuraConsole.Web.Features.Sites.Reading;

/// <summary>With an empty table, reads AURA's sites at start, and again until AURA has answered once.</summary>
public sealed partial class FirstReading(SiteDirectory directory, TimeProvider time, ILogger<FirstReading> logger) : BackgroundService
{
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = FirstPause; !await IsDoneAsync(stoppingToken); pause = Longer(pause))
            await Task.Delay(pause, time, stoppingToken);
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private async Task<bool> IsDoneAsync(CancellationToken stoppingToken)
    {
        try
        {
            return !await directory.IsEmptyAsync(stoppingToken)
                || (await directory.SyncAsync(removeMany: false, stoppingToken)).Outcome != SiteSyncOutcome.Failed;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(logger, failure);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The first reading of sites failed; trying again")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
