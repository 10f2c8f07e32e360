namespace AuraConsole.Simulator.State;

/// <summary>An API request and how it was answered.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Method">Verb.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Status">Status code; 0 when the connection was dropped.</param>
/// <param name="ClientId">Whose token it carried.</param>
public sealed record RequestEntry(DateTimeOffset At, string Method, string Path, int Status, string? ClientId);

/// <summary>A webhook POST and how it was answered.</summary>
/// <param name="At">When the answer came.</param>
/// <param name="Event">Event name.</param>
/// <param name="CalloutId">The callout.</param>
/// <param name="Status">The receiver's status code; 0 when there was none.</param>
/// <param name="Error">Why there was none, or that a fault swallowed it.</param>
public sealed record DeliveryEntry(DateTimeOffset At, string Event, long CalloutId, int Status, string? Error);
