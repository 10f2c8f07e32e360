using System.Collections.Concurrent;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>
/// Patrol commands on their way to AURA, each on a task of its own. A stopping console lets none leave any more, and waits for the answers
/// of those that left: only what is slower than that is in doubt.
/// </summary>
public sealed partial class PatrolRuns(TimeProvider time, ILogger<PatrolRuns> logger)
{
    private static readonly TimeSpan MostDrain = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Task, byte> _running = new();
    // never disposed: it holds nothing without a timer, and a host can be stopped twice, the second time after its services are gone
    private readonly CancellationTokenSource _cutting = new();
    private volatile bool _stopping;

    public bool IsStopping => _stopping;

    /// <summary>Bound to the application, and not to the browser that asked.</summary>
    public async Task<CommandState> RunAsync(Func<CancellationToken, Task<CommandState>> run)
    {
        var one = Task.Run(() => run(_cutting.Token));
        _running.TryAdd(one, 0);
        try
        {
            return await one;
        }
        finally
        {
            _running.TryRemove(one, out _);
        }
    }

    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        var all = Task.WhenAll(_running.Keys).ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await WaitAsync(all, cancellationToken);
        await _cutting.CancelAsync();
        // what was cut off still has to write down that its answer is lost
        await WaitAsync(all, cancellationToken);
    }

    private async Task WaitAsync(Task all, CancellationToken cancellationToken)
    {
        try
        {
            await all.WaitAsync(MostDrain, time, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            Log.StillRunning(logger, _running.Count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The application stops with {Count} patrol commands under way")]
        public static partial void StillRunning(ILogger logger, int count);
    }
}
