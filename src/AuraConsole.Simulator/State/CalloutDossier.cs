namespace AuraConsole.Simulator.State;

/// <summary>What gathers around a callout: its events, its reasons, its rating. Used under the source's lock.</summary>
internal sealed class CalloutDossier
{
    private const int EventCapacity = 500;
    private const int ListCapacity = 50;

    private readonly Queue<SimulatedEvent> _events = new();
    private readonly List<AttachedReason> _reasons = [];
    private readonly List<SimulatedRatingItem> _items = [];

    public IReadOnlyCollection<SimulatedEvent> Events => _events;

    public IReadOnlyList<AttachedReason> Reasons => _reasons;

    public IReadOnlyList<SimulatedRatingItem> Items => _items;

    public SimulatedRating? Rating { get; set; }

    public void Add(SimulatedEvent entry)
    {
        if (_events.Count == EventCapacity) _events.Dequeue();
        _events.Enqueue(entry);
    }

    public bool TryAdd(AttachedReason reason)
    {
        if (_reasons.Count == ListCapacity) return false;
        _reasons.Add(reason);
        return true;
    }

    /// <summary>Replaces the item with the same id, or adds it.</summary>
    public bool TryPut(SimulatedRatingItem item)
    {
        _items.RemoveAll(old => old.Id == item.Id);
        if (_items.Count == ListCapacity) return false;
        _items.Add(item);
        return true;
    }
}

/// <summary>A line of a callout's event stream; <see cref="Source"/> is null for what the lifecycle wrote.</summary>
internal sealed record SimulatedEvent(
    long Id, long CalloutId, string Message, string? Source, string CreatedBy, string Status, DateTimeOffset CreatedAt);

/// <summary>A cancellation reason on a callout.</summary>
internal sealed record AttachedReason(long Id, long? ReasonId, string? Notes, DateTimeOffset CreatedAt);

/// <summary>A callout's rating, 1 to 5.</summary>
internal sealed record SimulatedRating(
    long Id, long CalloutId, long Rating, string? Details, bool? MayBeContacted, DateTimeOffset CreatedAt);

/// <summary>One aspect of a rating.</summary>
internal sealed record SimulatedRatingItem(
    long Id, long RatingId, long? ItemId, string? Item, string? Description, string? Sentiment, long? Score);
