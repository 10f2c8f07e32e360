using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Webhooks;

/// <summary>A delivery, parsed.</summary>
public sealed record AuraEvent
{
    /// <summary>AURA's event name as it came, at most 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the name means to us.</summary>
    public required AuraEventKind Kind { get; init; }

    /// <summary>Key of the entity in the envelope: <c>callout</c>, <c>customer</c>, <c>subscription</c>; null when there is none.</summary>
    public string? EntityKind { get; init; }

    /// <summary>The entity's id; null when there is none or it is no number.</summary>
    public long? EntityId { get; init; }

    /// <summary>The callout as far as the body tells; null when the entity is none or has no id.</summary>
    public AuraCallout? Callout { get; init; }

    /// <summary>The customer as far as the body tells; null when the entity is none or has no id.</summary>
    public AuraCustomer? Customer { get; init; }

    /// <summary>The subscription as far as the body tells; null when the entity is none or has no id.</summary>
    public AuraSubscription? Subscription { get; init; }
}
