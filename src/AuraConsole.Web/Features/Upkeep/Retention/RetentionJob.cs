using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Upkeep.Retention;

/// <summary>Runs retention again and again, first some minutes after the start.</summary>
public sealed partial class RetentionJob(RetentionRun retention, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionJob> logger) : BackgroundService
{
    public static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = AfterStart; ; wait = options.Value.Every)
        {
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                var lines = await retention.RunAsync(null, stoppingToken);
                Log.Done(logger, lines.Sum(static line => line.Count));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(logger, failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Retention removed {Count} rows")]
        public static partial void Done(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "Retention failed; the next run tries again")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
