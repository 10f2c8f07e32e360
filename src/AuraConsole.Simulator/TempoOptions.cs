using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator;

/// <summary>The delays of the automatic steps, each from the step before; about a minute overall.</summary>
public sealed class TempoOptions
{
    /// <summary>From the raise until a controller owns the callout.</summary>
    public TimeSpan Owned { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Until a responder is dispatched.</summary>
    public TimeSpan Dispatched { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>Until the responder is on scene.</summary>
    public TimeSpan OnScene { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Until the responder has completed.</summary>
    public TimeSpan Completed { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Until the callout closes, after completion or a cancel.</summary>
    public TimeSpan Closed { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When set, the delay of every step.</summary>
    public TimeSpan? Every { get; set; }

    internal bool IsValid => new[] { Owned, Dispatched, OnScene, Completed, Closed, Every ?? TimeSpan.Zero }
        .All(static delay => delay >= TimeSpan.Zero && delay <= TimeSpan.FromDays(1));

    internal TimeSpan Before(SimulatedStep step) => Every ?? step switch
    {
        SimulatedStep.Owned => Owned,
        SimulatedStep.Dispatched => Dispatched,
        SimulatedStep.OnScene => OnScene,
        SimulatedStep.Completed => Completed,
        _ => Closed,
    };
}
