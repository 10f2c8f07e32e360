namespace AuraConsole.Web.Live;

/// <summary>
/// Turns many rings into few refreshes: the first at once, then at most one per interval, and never a lost last one. A refresh that
/// throws is logged and never reaches whoever rang.
/// </summary>
public sealed partial class Coalescer : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Func<Task> _refresh;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    // the subscriber's culture and trace, which a publisher's thread does not have
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly ITimer _timer;
    private long _lastRun;
    private State _state;
    private bool _rungWhileRunning;

    public Coalescer(Func<Task> refresh, TimeSpan interval, TimeProvider time, ILogger logger)
    {
        (_refresh, _interval, _time, _logger) = (refresh, interval, time, logger);
        _timer = time.CreateTimer(static self => ((Coalescer)self!).Start(State.Waiting), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _lastRun = time.GetTimestamp() - (long)(interval.TotalSeconds * time.TimestampFrequency) - 1;
    }

    private enum State
    {
        Idle,
        Waiting,
        Running,
        Disposed,
    }

    public void Ring()
    {
        lock (_lock)
        {
            if (_state == State.Running)
                _rungWhileRunning = true;
            if (_state != State.Idle || WaitForInterval())
                return;
        }
        Start(State.Idle);
    }

    public void Dispose()
    {
        lock (_lock)
            _state = State.Disposed;
        _timer.Dispose();
    }

    /// <summary>Under the lock: true when the timer was set because the last refresh is too recent.</summary>
    private bool WaitForInterval()
    {
        var due = _interval - _time.GetElapsedTime(_lastRun);
        if (due <= TimeSpan.Zero)
            return false;
        _state = State.Waiting;
        _timer.Change(due, Timeout.InfiniteTimeSpan);
        return true;
    }

    private void Start(State from)
    {
        lock (_lock)
        {
            if (_state != from)
                return;
            _state = State.Running;
            _lastRun = _time.GetTimestamp();
        }
        ThreadPool.UnsafeQueueUserWorkItem(static self => self.RunInContext(), this, preferLocal: false);
    }

    private void RunInContext()
    {
        if (_context is null)
            _ = RunAsync();
        else
            ExecutionContext.Run(_context, static self => _ = ((Coalescer)self!).RunAsync(), this);
    }

    private async Task RunAsync()
    {
        try
        {
            await _refresh();
        }
        catch (ObjectDisposedException)
        {
            // the subscriber's page went away between the ring and the refresh
        }
        catch (Exception failure)
        {
            Log.RefreshFailed(_logger, failure);
        }
        var again = false;
        lock (_lock)
        {
            if (_state != State.Running)
                return;
            _state = State.Idle;
            if (_rungWhileRunning)
            {
                _rungWhileRunning = false;
                again = !WaitForInterval();
            }
        }
        if (again)
            Start(State.Idle);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A live subscriber failed to refresh")]
        public static partial void RefreshFailed(ILogger logger, Exception failure);
    }
}
