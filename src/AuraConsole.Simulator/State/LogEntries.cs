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
/// <param name="EntityId">The callout, customer or subscription.</param>
/// <param name="Status">The receiver's status code; 0 when there was none.</param>
/// <param name="Error">Why there was none, or that a fault swallowed it.</param>
public sealed record DeliveryEntry(DateTimeOffset At, string Event, long EntityId, int Status, string? Error);

/// <summary>An uploaded site file and what became of it.</summary>
/// <param name="At">When it was processed.</param>
/// <param name="Id">The simulator's number of the upload.</param>
/// <param name="ClientId">Whose sites they are.</param>
/// <param name="Created">Sites that were new.</param>
/// <param name="Updated">Sites that were changed.</param>
/// <param name="Deleted">Sites that were missing in the file.</param>
/// <param name="Failed">Rows with an error.</param>
/// <param name="CallbackStatus">How the callback was answered; 0 when it was not.</param>
public sealed record UploadEntry(
    DateTimeOffset At, long Id, string ClientId, int Created, int Updated, int Deleted, int Failed, int CallbackStatus);
