using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Upkeep.Backup;

/// <summary>Makes a copy whenever the newest one has become too old. A restart does not begin the wait anew.</summary>
public sealed partial class BackupJob(Backups backups, IOptions<BackupOptions> options, TimeProvider time, ILogger<BackupJob> logger) : BackgroundService
{
    public static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    /// <summary>After a failure.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Every == TimeSpan.Zero)
            return;
        for (var wait = AfterStart; ;)
        {
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                if (DueIn() <= TimeSpan.Zero)
                    await backups.MakeAsync(null, stoppingToken);
                wait = DueIn() is var due && due > TimeSpan.FromSeconds(1) ? due : TimeSpan.FromSeconds(1);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.TryingAgain(logger, failure, Again);
                wait = Again;
            }
        }
    }

    private TimeSpan DueIn() => backups.List() is [var newest, ..] ? newest.At + options.Value.Every - time.GetUtcNow() : TimeSpan.Zero;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The scheduled backup failed; trying again in {Wait}")]
        public static partial void TryingAgain(ILogger logger, Exception failure, TimeSpan wait);
    }
}
