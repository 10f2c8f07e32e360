namespace AuraConsole.Integration.Webhooks;

/// <summary>What a delivery tells. Names as on AURA's webhooks page.</summary>
public enum AuraEventKind
{
    /// <summary>A name this client does not know: kept, shown, answered 200.</summary>
    Unknown,

    /// <summary><c>NEW_CALLOUT</c>.</summary>
    NewCallout,

    /// <summary><c>CALLOUT_OWNED</c>: an AURA controller has it.</summary>
    CalloutOwned,

    /// <summary><c>RESPONDER_ACKNOWLEDGED_CALLOUT</c>, also the deprecated <c>…_WITH_ETA</c>.</summary>
    ResponderAcknowledged,

    /// <summary><c>RESPONDER_MANUALLY_DISPATCHED</c>.</summary>
    ResponderManuallyDispatched,

    /// <summary><c>RESPONDER_ARRIVED_ON_SCENE</c>.</summary>
    ResponderArrived,

    /// <summary><c>RESPONDER_COMPLETED</c>.</summary>
    ResponderCompleted,

    /// <summary><c>CALLOUT_EVENTS_CHANGED</c>: truly repeats; means "read again".</summary>
    EventsChanged,

    /// <summary><c>CALLOUT_SOFT_CANCELLED_BY_CUSTOMER</c>: the customer asked; AURA has not stood anybody down yet.</summary>
    SoftCancelledByCustomer,

    /// <summary><c>CALLOUT_NO_LONGER_REQUIRES_RESPONSE</c>: stood down.</summary>
    NoLongerRequiresResponse,

    /// <summary><c>CALLOUT_CLOSED</c>: terminal.</summary>
    CalloutClosed,

    /// <summary><c>CREATED_CUSTOMER</c>.</summary>
    CustomerCreated,

    /// <summary><c>SUBSCRIPTION_CREATED</c>.</summary>
    SubscriptionCreated,

    /// <summary><c>SUBSCRIPTION_UPDATED</c>.</summary>
    SubscriptionUpdated,

    /// <summary><c>SUBSCRIPTION_CANCELLED</c>.</summary>
    SubscriptionCancelled,

    /// <summary><c>SUBSCRIPTION_CANCELLED_FAILED</c>.</summary>
    SubscriptionCancelFailed,
}
