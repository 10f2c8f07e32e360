namespace AuraConsole.Simulator.State;

/// <summary>Lets so many through within a span of time.</summary>
internal sealed class SlidingWindow(TimeSpan span)
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _taken = new();

    /// <summary>Null when let through, else how long to wait.</summary>
    public TimeSpan? Take(int limit, DateTimeOffset now)
    {
        lock (_gate)
        {
            while (_taken.TryPeek(out var oldest) && oldest + span <= now) _taken.Dequeue();
            if (_taken.Count >= limit) return _taken.Peek() + span - now;
            _taken.Enqueue(now);
            return null;
        }
    }
}
