namespace AuraConsole.Integration.Lifecycle;

/// <summary>What can be asked of AURA for a callout.</summary>
public enum CalloutOperation
{
    /// <summary>The integrator's unconditional cancellation.</summary>
    Cancel,

    /// <summary>The customer's own cancellation, with duress detection; callouts of customers only.</summary>
    SafeCodeCancel,

    /// <summary>Dismiss.</summary>
    Dismiss,

    /// <summary>Tell where the customer is now; callouts of customers only.</summary>
    UpdateLocation,

    /// <summary>Write into the event stream.</summary>
    SendEvent,

    /// <summary>Say why it was cancelled.</summary>
    AttachReason,

    /// <summary>Read the resolution report.</summary>
    Report,

    /// <summary>Read the map.</summary>
    Map,

    /// <summary>Rate the response.</summary>
    Rate,
}

/// <summary>Why an operation is not offered.</summary>
public enum NotAllowed
{
    /// <summary>The response has been called off already.</summary>
    CalledOff,

    /// <summary>The callout is closed.</summary>
    Closed,

    /// <summary>Only once AURA has closed the callout.</summary>
    NotClosedYet,
}

/// <summary>Whether an operation may be offered.</summary>
/// <param name="Why">Null when it may.</param>
public readonly record struct OperationCheck(NotAllowed? Why)
{
    /// <summary>True when it may be offered. AURA still has the last word: the callout may have moved on since it was read.</summary>
    public bool Allowed => Why is null;
}
