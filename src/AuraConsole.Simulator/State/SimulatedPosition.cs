namespace AuraConsole.Simulator.State;

/// <summary>Where somebody was last reported.</summary>
/// <param name="Latitude">Decimal degrees.</param>
/// <param name="Longitude">Decimal degrees.</param>
/// <param name="Accuracy">Metres.</param>
/// <param name="At">When it was reported.</param>
public sealed record SimulatedPosition(string Latitude, string Longitude, double? Accuracy, DateTimeOffset At);
