namespace AuraConsole.Web.Outbound.Settling;

/// <summary>When each open command was last looked at, and when it is due again. For one thread.</summary>
internal sealed class LookTimes
{
    private readonly Dictionary<Guid, (DateTimeOffset DueAt, DateTimeOffset? GoodAt)> _times = [];

    public bool IsDue(Guid id, DateTimeOffset now) => !_times.TryGetValue(id, out var times) || times.DueAt <= now;

    public DateTimeOffset? LastGood(Guid id) => _times.GetValueOrDefault(id).GoodAt;

    public void Looked(Guid id, DateTimeOffset at, bool good, TimeSpan rest) => _times[id] = (at + rest, good ? at : LastGood(id));

    /// <summary>Forgets what is settled.</summary>
    public void Keep(IReadOnlyCollection<Guid> open)
    {
        foreach (var settled in _times.Keys.Except(open).ToList())
            _times.Remove(settled);
    }
}
