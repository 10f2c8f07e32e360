using System.Collections.Frozen;

namespace AuraConsole.Integration.Webhooks;

/// <summary>AURA's event names (webhooks page) and what they mean.</summary>
public static class AuraEventNames
{
    /// <summary>The older spelling: honoured by AURA for old registrations, so it is understood and not registered for.</summary>
    internal const string DeprecatedAcknowledged = "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA";

    private static readonly (string Name, AuraEventKind Kind)[] Registered =
    [
        ("NEW_CALLOUT", AuraEventKind.NewCallout),
        ("CALLOUT_OWNED", AuraEventKind.CalloutOwned),
        ("RESPONDER_ACKNOWLEDGED_CALLOUT", AuraEventKind.ResponderAcknowledged),
        ("RESPONDER_MANUALLY_DISPATCHED", AuraEventKind.ResponderManuallyDispatched),
        ("RESPONDER_ARRIVED_ON_SCENE", AuraEventKind.ResponderArrived),
        ("RESPONDER_COMPLETED", AuraEventKind.ResponderCompleted),
        ("CALLOUT_EVENTS_CHANGED", AuraEventKind.EventsChanged),
        ("CALLOUT_SOFT_CANCELLED_BY_CUSTOMER", AuraEventKind.SoftCancelledByCustomer),
        ("CALLOUT_NO_LONGER_REQUIRES_RESPONSE", AuraEventKind.NoLongerRequiresResponse),
        ("CALLOUT_CLOSED", AuraEventKind.CalloutClosed),
        ("CREATED_CUSTOMER", AuraEventKind.CustomerCreated),
        ("SUBSCRIPTION_CREATED", AuraEventKind.SubscriptionCreated),
        ("SUBSCRIPTION_UPDATED", AuraEventKind.SubscriptionUpdated),
        ("SUBSCRIPTION_CANCELLED", AuraEventKind.SubscriptionCancelled),
        ("SUBSCRIPTION_CANCELLED_FAILED", AuraEventKind.SubscriptionCancelFailed),
    ];

    private static readonly FrozenDictionary<string, AuraEventKind> Kinds = Registered
        .Append((Name: DeprecatedAcknowledged, Kind: AuraEventKind.ResponderAcknowledged))
        .ToFrozenDictionary(e => e.Name, e => e.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every name to register for. AURA answers 400 for a registration that holds one it does not know.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Registered.Select(e => e.Name)];

    /// <summary>The kind of a name, compared without case; <see cref="AuraEventKind.Unknown"/> for any other.</summary>
    public static AuraEventKind KindOf(string name) => Kinds.GetValueOrDefault(name.Trim());
}
