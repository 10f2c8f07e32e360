namespace AuraConsole.Integration.Lifecycle;

/// <summary>Where a callout stands. The order is the only direction in which a callout moves.</summary>
public enum CalloutStage
{
    /// <summary>AURA has the callout; nobody is on the way yet.</summary>
    Created,

    /// <summary>A responder is on the way.</summary>
    Dispatched,

    /// <summary>A responder is at the site.</summary>
    OnScene,

    /// <summary>The response is completed; AURA still has to close the callout.</summary>
    Completed,

    /// <summary>The response was called off; AURA still has to close the callout.</summary>
    StoodDown,

    /// <summary>Terminal.</summary>
    Closed,
}
