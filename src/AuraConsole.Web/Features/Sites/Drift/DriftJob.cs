using AuraConsole.Web.Data.Entities;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Drift;

/// <summary>Compares once a day, and sooner again when AURA could not be asked. A restart does not begin the day anew.</summary>
public sealed partial class DriftJob(DriftChecks checks, IOptions<SitesOptions> options, TimeProvider time, ILogger<DriftJob> logger) : BackgroundService
{
    /// <summary>After a failure.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(30);

    /// <summary>After a start: what brings sites in for the first time comes before.</summary>
    public static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        while (true)
        {
            var wait = Again;
            try
            {
                wait = DueIn(await checks.LastAsync(stoppingToken));
                if (wait <= TimeSpan.Zero)
                    wait = DueIn(await checks.CompareAsync(stoppingToken));
                wait = wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(logger, failure);
            }
            await Task.Delay(wait, time, stoppingToken);
        }
    }

    private TimeSpan DueIn(DriftRun? last) => last is null
        ? TimeSpan.Zero
        : last.At + (last.Outcome == DriftOutcome.Done ? options.Value.DriftEvery : Again) - time.GetUtcNow();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Sites could not be compared; trying again")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
