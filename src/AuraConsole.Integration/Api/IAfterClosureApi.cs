using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>What AURA has to say of a callout once it is closed, and what the customer has to say of it.</summary>
/// <remarks>
/// <para>Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer.</para>
/// <para>Report and map exist only after closure (source: callout lifecycle). How AURA says "not yet" is not published: a 409 (Conflict)
/// or a 400 (Invalid) to these reads can mean nothing else, and <see cref="AfterClosure.IsNotYet"/> says so; a 404 (NotFound) may mean
/// either, so look at the callout's stage (<see cref="Lifecycle.CalloutOperations"/>) before taking it for "does not exist".</para>
/// </remarks>
public interface IAfterClosureApi
{
    /// <summary>
    /// <c>GET /panic-api/v2/callouts/{calloutId}/report</c>, our choice of path (<see cref="AuraPaths.ResolutionReport"/>). AURA names
    /// response and resolution times and the outcome, and no keys.
    /// </summary>
    Task<CalloutReport> ReportAsync(long calloutId, CancellationToken cancellationToken = default);

    /// <summary><c>GET /panic-api/v2/callouts/{calloutId}/maps</c> (source: get-callout-map). Documented errors: 401, 404.</summary>
    Task<CalloutMap> MapAsync(long calloutId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/ratings</c> (source: create-callout-rating). Documented errors: 400, 401, 500. Keep the id: items hang off
    /// it.
    /// </summary>
    Task<CalloutRating> RateAsync(RateCallout rating, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/rating-items</c> (source: create-callout-rating-item): creates the item or changes it, so it may be sent
    /// again after OutcomeUnknown. Documented errors: 400, 401.
    /// </summary>
    Task<RatingItem> RateItemAsync(RateItem item, CancellationToken cancellationToken = default);

    /// <summary><c>GET /panic-api/v2/rating-items</c>, our choice of path (<see cref="AuraPaths.RatingItems"/>).</summary>
    Task<IReadOnlyList<RatingItem>> ListRatingItemsAsync(CancellationToken cancellationToken = default);
}
