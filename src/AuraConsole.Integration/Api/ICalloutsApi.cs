using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Callouts: on-demand requests for a responder.</summary>
/// <remarks>
/// Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer. A raise or cancel whose answer
/// was lost throws with <see cref="Http.AuraErrorKind.OutcomeUnknown"/>: look at <see cref="ListActiveAsync"/> before asking again.
/// </remarks>
public interface ICalloutsApi
{
    /// <summary>
    /// <c>POST /panic-api/v2/predefinedLocations/externalRef/{reference}/callouts</c>. An unknown reference answers 400, not 404
    /// (source: Property Protect quickstart).
    /// </summary>
    Task<RaisedCallout> RaiseForSiteAsync(string reference, RaiseForSite request, CancellationToken cancellationToken = default);

    /// <summary><c>GET /panic-api/v2/callouts/{id}</c>: the nested view with <c>incidentInformation[]</c>.</summary>
    Task<AuraCallout> GetAsync(long calloutId, CancellationToken cancellationToken = default);

    /// <summary><c>GET /panic-api/v2/callouts/activeCallouts</c>: every active callout of this customer source.</summary>
    Task<IReadOnlyList<AuraCallout>> ListActiveAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/callouts/{id}/cancel</c> without <c>safeCode</c>: the unconditional cancellation of an integrator. AURA's
    /// answer may still carry the old status; confirm by reading.
    /// </summary>
    Task<AuraCallout?> CancelAsync(long calloutId, CancellationToken cancellationToken = default);
}
