namespace AuraConsole.Web.Live.Clocks;

/// <summary>A stretch of a callout's life that has a clock, named after what ends it.</summary>
public enum ClockPhase
{
    /// <summary>First seen here until somebody first claims it.</summary>
    Claim,

    /// <summary>First claimed until a responder is dispatched.</summary>
    Dispatch,

    /// <summary>Dispatched until on scene.</summary>
    Arrive,

    /// <summary>On scene until completed or stood down.</summary>
    Complete,

    /// <summary>Completed or stood down until AURA closes it.</summary>
    Close,
}

/// <summary>How a clock stands at an instant.</summary>
public enum ClockState
{
    Calm,
    Warning,
    Breached,
}
