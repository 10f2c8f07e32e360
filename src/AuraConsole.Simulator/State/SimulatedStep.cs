namespace AuraConsole.Simulator.State;

/// <summary>Where a callout stands at the simulator; finer than the console's stages.</summary>
public enum SimulatedStep
{
    /// <summary>Raised.</summary>
    Created,

    /// <summary>A controller owns it; AURA documents no status text for that.</summary>
    Owned,

    /// <summary>A responder is on the way.</summary>
    Dispatched,

    /// <summary>The responder is on scene.</summary>
    OnScene,

    /// <summary>The responder has completed.</summary>
    Completed,

    /// <summary>Cancelled, not yet closed.</summary>
    Cancelled,

    /// <summary>Closed for good.</summary>
    Closed,
}
