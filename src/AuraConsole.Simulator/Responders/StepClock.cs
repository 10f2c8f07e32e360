namespace AuraConsole.Simulator.Responders;

/// <summary>Remembers which callout moves when; one timer for all of them.</summary>
internal sealed class StepClock : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<DueStep, DateTimeOffset> _due = new();
    private readonly TimeProvider _time;
    private readonly Action<DueStep> _onDue;
    private readonly ITimer _timer;

    public StepClock(TimeProvider time, Action<DueStep> onDue)
    {
        (_time, _onDue) = (time, onDue);
        _timer = time.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Schedule(DueStep step, TimeSpan delay)
    {
        lock (_gate)
        {
            _due.Enqueue(step, _time.GetUtcNow() + delay);
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
        while (TakeDue() is { } step) _onDue(step);
    }

    private DueStep? TakeDue()
    {
        lock (_gate)
        {
            if (_due.TryPeek(out var step, out var at) && at <= _time.GetUtcNow())
            {
                _due.Dequeue();
                return step;
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
            // timers count whole milliseconds: rounded down, they would ring before the step is due
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (at - _time.GetUtcNow()).TotalMilliseconds)));
        }

        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>A step to come; void once the callout has another version.</summary>
internal sealed record DueStep(string ClientId, long CalloutId, int Version);
