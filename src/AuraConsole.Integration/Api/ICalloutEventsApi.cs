using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>A callout's event stream: chat with AURA's control room, and lifecycle events.</summary>
/// <remarks>Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer.</remarks>
public interface ICalloutEventsApi
{
    /// <summary>
    /// <c>GET /panic-api/v2/callouts/{calloutId}/events</c> (source: list-callout-events), in AURA's order. Documented error: 401.
    /// </summary>
    Task<IReadOnlyList<CalloutEvent>> ListAsync(long calloutId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/callouts/{calloutId}/events</c> with <c>source</c> and <c>event</c> (source: create-callout-event).
    /// Documented errors: 400, 401, 500; a 500 is OutcomeUnknown: list before sending the same words again.
    /// </summary>
    Task<CalloutEvent> SendAsync(long calloutId, NewCalloutEvent words, CancellationToken cancellationToken = default);
}
