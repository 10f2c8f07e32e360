using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Callouts: on-demand requests for a responder.</summary>
/// <remarks>
/// <para>Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer. A raise or cancel whose answer
/// was lost throws with <see cref="Http.AuraErrorKind.OutcomeUnknown"/>: look at <see cref="ListActiveAsync"/> before asking again.</para>
/// <para>AURA's legacy raise, <c>POST /panic-api/v2/callouts</c>, is left out on purpose: it is deprecated, AURA's two generations of
/// pages disagree on whether it checks the customer's subscription, and what it does is done by the two raises here.</para>
/// </remarks>
public interface ICalloutsApi
{
    /// <summary>
    /// <c>POST /panic-api/v2/predefinedLocations/externalRef/{reference}/callouts</c>. An unknown reference answers 400 (Invalid), not 404
    /// (source: Property Protect quickstart; create-fixed-location-callout). Documented errors: 400, 401.
    /// </summary>
    Task<RaisedCallout> RaiseForSiteAsync(string reference, RaiseForSite request, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/customers/{customerId}/callouts</c> (source: People Protect quickstart; create-customer-callout). A
    /// customer's active callout is returned in place of a second one: see <see cref="Lifecycle.JoinedCallout"/>. Without an active
    /// subscription AURA answers 403 (Forbidden) or 400 (Invalid), its pages disagree.
    /// </summary>
    Task<RaisedCallout> RaiseForCustomerAsync(long customerId, RaiseForCustomer request, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>GET /panic-api/v2/callouts/{id}</c>: the nested view with <c>incidentInformation[]</c> (source: get-callout-by-id). Documented
    /// errors: 401, 404.
    /// </summary>
    Task<AuraCallout> GetAsync(long calloutId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>GET /panic-api/v2/callouts/activeCallouts</c>: every active callout of this customer source (source: list-active-callouts).
    /// </summary>
    Task<IReadOnlyList<AuraCallout>> ListActiveAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>GET /panic-api/v2/customers/{customerId}/callouts/activeCallouts</c>, our choice of path
    /// (<see cref="AuraPaths.CustomerActiveCallouts"/>): the page of the operation was not seen.
    /// </summary>
    Task<IReadOnlyList<AuraCallout>> ListActiveForCustomerAsync(long customerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/callouts/{id}/location</c>: where the customer is now (source: update-callout-location). Refused with 285
    /// after closure (source: callout lifecycle): that is a result here, not an error.
    /// </summary>
    Task<LocationUpdate> UpdateLocationAsync(long calloutId, CalloutPosition position, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same, answered by the nested view (source: update-callout-location-and-return; path our choice,
    /// <see cref="AuraPaths.UpdateAndReturn"/>). After closure <see cref="AuraCallout.ClosedByStatusCode"/> is true.
    /// </summary>
    Task<AuraCallout> UpdateLocationAndReturnAsync(
        long calloutId, CalloutPosition position, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/callouts/{id}/cancel</c> without <c>safeCode</c>: the unconditional cancellation of an integrator
    /// (source: cancel-callout). AURA's answer may still carry the old status; confirm by reading. Null when AURA sent no callout.
    /// </summary>
    Task<AuraCallout?> CancelAsync(long calloutId, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same with <c>safeCode</c>: the customer's own cancellation with duress detection (source: cancel-callout). The code is the
    /// last four digits of the registered mobile; what the customer said is sent as it is, because a wrong code may mean duress. How AURA
    /// answers a wrong one is not published.
    /// </summary>
    Task<AuraCallout?> CancelAsync(long calloutId, string safeCode, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/callouts/{id}/dismiss</c> with <c>{}</c>, our choice of path (<see cref="AuraPaths.Dismiss"/>). AURA's
    /// navigation names the operation; what it does to the callout is not published: read it afterwards.
    /// </summary>
    Task DismissAsync(long calloutId, CancellationToken cancellationToken = default);
}
