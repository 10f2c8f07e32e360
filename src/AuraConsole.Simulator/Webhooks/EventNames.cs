using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Webhooks;

/// <summary>AURA's event names (webhooks page, /overview/core-concepts/webhooks).</summary>
internal static class EventNames
{
    public const string NewCallout = "NEW_CALLOUT";
    public const string Owned = "CALLOUT_OWNED";
    public const string Acknowledged = "RESPONDER_ACKNOWLEDGED_CALLOUT";
    public const string ManuallyDispatched = "RESPONDER_MANUALLY_DISPATCHED";
    public const string Arrived = "RESPONDER_ARRIVED_ON_SCENE";
    public const string Completed = "RESPONDER_COMPLETED";
    public const string EventsChanged = "CALLOUT_EVENTS_CHANGED";
    public const string SoftCancelled = "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER";
    public const string NoLongerRequiresResponse = "CALLOUT_NO_LONGER_REQUIRES_RESPONSE";
    public const string Closed = "CALLOUT_CLOSED";

    public const string CustomerCreated = "CREATED_CUSTOMER";
    public const string SubscriptionCreated = "SUBSCRIPTION_CREATED";
    public const string SubscriptionUpdated = "SUBSCRIPTION_UPDATED";
    public const string SubscriptionCancelled = "SUBSCRIPTION_CANCELLED";
    public const string SubscriptionCancelFailed = "SUBSCRIPTION_CANCELLED_FAILED";

    /// <summary>The older name of <see cref="Acknowledged"/>, still honoured for those who registered it.</summary>
    public const string AcknowledgedWithEta = "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        NewCallout, Owned, Acknowledged, ManuallyDispatched, Arrived, Completed, EventsChanged, SoftCancelled, NoLongerRequiresResponse,
        Closed, AcknowledgedWithEta, CustomerCreated, SubscriptionCreated, SubscriptionUpdated, SubscriptionCancelled,
        SubscriptionCancelFailed,
    };

    public static bool IsKnown(string name) => Names.Contains(name);

    public static bool IsOfResponder(string name) =>
        name is Acknowledged or AcknowledgedWithEta or ManuallyDispatched or Arrived or Completed;

    public static string Of(SimulatedStep step) => step switch
    {
        SimulatedStep.Created => NewCallout,
        SimulatedStep.Owned => Owned,
        SimulatedStep.Dispatched => Acknowledged,
        SimulatedStep.OnScene => Arrived,
        SimulatedStep.Completed => Completed,
        SimulatedStep.Cancelled => NoLongerRequiresResponse,
        _ => Closed,
    };
}
