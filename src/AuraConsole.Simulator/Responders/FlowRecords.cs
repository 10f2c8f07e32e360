using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Responders;

/// <summary>What a raise may say beside the site or customer.</summary>
internal sealed record RaiseDetails(long? ResponseTypeId, long? ClassificationId, bool? InternalTest, string? InstallerIdentifier);

/// <summary>A raise's callout, new or joined.</summary>
internal sealed record Raised(SimulatedCallout Callout, bool IsNew);

/// <summary>A callout before and after its cancel, or why it was refused.</summary>
internal sealed record CancelOutcome(SimulatedCallout? Before, SimulatedCallout? After, Refusal? Refusal);

/// <summary>A step to come; void once the callout has another version.</summary>
internal sealed record DueStep(string ClientId, long CalloutId, int Version);
