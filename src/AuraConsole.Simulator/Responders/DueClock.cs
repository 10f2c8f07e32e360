namespace AuraConsole.Simulator.Responders;

/// <summary>Remembers what is due when; one timer for all of it.</summary>
internal sealed class DueClock<T> : IDisposable
    where T : class
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<T, DateTimeOffset> _due = new();
    private readonly TimeProvider _time;
    private readonly Action<T> _onDue;
    private readonly ITimer _timer;

    public DueClock(TimeProvider time, Action<T> onDue)
    {
        (_time, _onDue) = (time, onDue);
        _timer = time.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_gate) return _due.Count;
        }
    }

    public void Schedule(T item, TimeSpan delay)
    {
        lock (_gate)
        {
            _due.Enqueue(item, _time.GetUtcNow() + delay);
            Arm();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _due.Clear();
            Arm();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void RunDue()
    {
        while (TakeDue() is { } item) _onDue(item);
    }

    private T? TakeDue()
    {
        lock (_gate)
        {
            if (_due.TryPeek(out var item, out var at) && at <= _time.GetUtcNow())
            {
                _due.Dequeue();
                return item;
            }

            Arm();
            return null;
        }
    }

    private void Arm()
    {
        var wait = Timeout.InfiniteTimeSpan;
        if (_due.TryPeek(out _, out var at))
        {
            // timers count whole milliseconds: rounded down, they would ring before it is due
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (at - _time.GetUtcNow()).TotalMilliseconds)));
        }

        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
