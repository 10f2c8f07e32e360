using System.Collections.Concurrent;

namespace AuraConsole.Web.Outbound.Sending;

/// <summary>
/// Commands under way in this process. Each runs on a task of its own, bound to the application and not to the browser that asked; the
/// same command asked twice is one run.
/// </summary>
public sealed partial class CommandRuns(TimeProvider time, ILogger<CommandRuns> logger)
{
    private const int MostAtOnce = 500;

    /// <summary>How long a stopping application waits for answers that are on their way.</summary>
    private static readonly TimeSpan MostDrain = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Lazy<Task<CommandView>>> _running = new();
    // never disposed: it holds nothing without a timer, and a host can be stopped twice, the second time after its services are gone
    private readonly CancellationTokenSource _stopping = new();

    public bool IsRunning(Guid id) => _running.ContainsKey(id);

    public Task<CommandView> RunAsync(Guid id, Func<CancellationToken, Task<CommandView>> run)
    {
        if (_running.Count >= MostAtOnce && !IsRunning(id))
            throw new InvalidOperationException("Too many commands are under way.");
        return _running.GetOrAdd(id, _ => new Lazy<Task<CommandView>>(() => Task.Run(() => RunOneAsync(id, run)))).Value;
    }

    /// <summary>Waits for the commands under way, at most a few seconds; then their answers count as lost.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var all = Task.WhenAll(_running.Values.Select(run => run.Value)).ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await WaitAsync(all, cancellationToken);
        await _stopping.CancelAsync();
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

    private async Task<CommandView> RunOneAsync(Guid id, Func<CancellationToken, Task<CommandView>> run)
    {
        try
        {
            return await run(_stopping.Token);
        }
        catch (Exception failure) when (failure is not ArgumentException)
        {
            // whoever asked may be gone by now
            Log.Failed(logger, failure, id);
            throw;
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Command {CommandId} failed")]
        public static partial void Failed(ILogger logger, Exception failure, Guid commandId);

        [LoggerMessage(2, LogLevel.Warning, "The application stops with {Count} commands under way")]
        public static partial void StillRunning(ILogger logger, int count);
    }
}
