namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A subscription to activate for a customer that exists.</summary>
public sealed record NewSubscription
{
    /// <summary>The main member.</summary>
    public required long CustomerId { get; init; }

    /// <summary>Out of <see cref="ISubscriptionsApi.ListTypesAsync"/>.</summary>
    public required long TypeId { get; init; }

    /// <summary>First instant of validity; sent in UTC.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Last instant of validity; sent in UTC.</summary>
    public required DateTimeOffset ValidTo { get; init; }

    /// <summary>Sent as <c>dependantCustomerIds</c> (older page).</summary>
    public IReadOnlyList<long> DependentCustomerIds { get; init; } = [];
}

/// <summary>What to change on a subscription; at least one member.</summary>
public sealed record RenewSubscription
{
    /// <summary>A new first instant; sent in UTC.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>A new last instant; sent in UTC.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>Another type.</summary>
    public long? TypeId { get; init; }

    /// <summary>Replaces the family members; an empty list removes them, null leaves them out of the call.</summary>
    public IReadOnlyList<long>? DependentCustomerIds { get; init; }
}
