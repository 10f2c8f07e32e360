namespace AuraConsole.Unit.Support;

/// <summary>A clock that moves only by <see cref="Advance"/>, and fires the timers it made on the way. Safe for threads.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Made)> _waiting = [];
    private DateTimeOffset _now = start;

    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>
    /// Timers set to at most this fire at once, on another thread: for tests that wait for a screen, where what a coalescer holds back
    /// would otherwise wait for a clock that nobody moves any more.
    /// </summary>
    public TimeSpan NoWaitUpTo { get; init; } = TimeSpan.Zero;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; every timer due on the way fires at its own time, on this thread.</summary>
    public void Advance(TimeSpan by)
    {
        var target = GetUtcNow() + by;
        while (NextUntil(target) is { } timer)
            timer.Fire();
    }

    /// <summary>Completes once a timer stands that was set to <paramref name="due"/>; fails after ten real seconds.</summary>
    public Task TimerSetAsync(TimeSpan due)
    {
        lock (_gate)
        {
            if (_timers.Exists(timer => timer.SetTo == due))
                return Task.CompletedTask;
            var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((due, made));
            return made.Task.WaitAsync(Patience);
        }
    }

    private ManualTimer? NextUntil(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.At <= target).MinBy(timer => timer.At);
            _now = next is null ? (target > _now ? target : _now) : (next.At > _now ? next.At : _now);
            next?.Roll();
            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset At { get; private set; }

        public TimeSpan SetTo { get; private set; }

        public void Fire() => callback(state);

        /// <summary>Called under the clock's lock.</summary>
        public void Roll()
        {
            if (_period > TimeSpan.Zero)
                At += _period;
            else
                clock._timers.Remove(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                if (dueTime <= clock.NoWaitUpTo && dueTime > TimeSpan.Zero && period == Timeout.InfiniteTimeSpan)
                {
                    ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
                    return true;
                }
                (_period, SetTo, At) = (period, dueTime, clock._now + dueTime);
                clock._timers.Add(this);
                foreach (var (_, made) in clock._waiting.FindAll(waiting => waiting.Due == dueTime))
                    made.TrySetResult();
                clock._waiting.RemoveAll(waiting => waiting.Due == dueTime);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
