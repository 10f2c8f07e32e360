namespace AuraConsole.Simulator.State;

/// <summary>A subscription. It has no status of its own: the dates tell (/overview/core-concepts/subscriptions).</summary>
public sealed record SimulatedSubscription
{
    /// <summary>AURA's integer id.</summary>
    public required long Id { get; init; }

    /// <summary>The main member.</summary>
    public required long CustomerId { get; init; }

    /// <summary><c>subscriptionTypeId</c>.</summary>
    public required long TypeId { get; init; }

    /// <summary>Customers who are covered with the main member.</summary>
    public IReadOnlyList<long> DependantIds { get; init; } = [];

    /// <summary>First moment of cover.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Last moment of cover.</summary>
    public required DateTimeOffset ValidTo { get; init; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether it covers anybody at a moment.</summary>
    public bool IsActive(DateTimeOffset now) => CancelledAt is null && ValidFrom <= now && now <= ValidTo;

    /// <summary>Whether it is over for good.</summary>
    public bool IsOver(DateTimeOffset now) => CancelledAt is not null || ValidTo < now;

    /// <summary>Whether a customer is its main member or a dependant.</summary>
    public bool Covers(long customerId) => CustomerId == customerId || DependantIds.Contains(customerId);
}
