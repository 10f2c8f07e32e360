using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Why a callout was cancelled: AURA's <i>exception reasons</i>.</summary>
/// <remarks>
/// Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer. Whether a reason goes before or after the
/// cancellation is not published.
/// </remarks>
public interface ICancellationReasonsApi
{
    /// <summary>
    /// <c>GET /panic-api/v2/callouts/{calloutId}/exceptionReasons</c>: reasons to choose from (source: list-callout-exception-reasons).
    /// </summary>
    Task<IReadOnlyList<CancellationReason>> ListAsync(long calloutId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/callouts/{calloutId}/exceptionReasons</c> (source: create-callout-exception-reason). Documented errors: 400,
    /// 401. Null when AURA did not describe what it kept.
    /// </summary>
    /// <param name="calloutId">AURA's callout id.</param>
    /// <param name="reasonId">Sent as <c>exceptionReasonId</c>; required by the newer page.</param>
    /// <param name="notes">The operator's own words.</param>
    /// <param name="cancellationToken">Gives up waiting; the reason may be attached all the same.</param>
    Task<AttachedReason?> AttachAsync(long calloutId, long reasonId, string? notes = null, CancellationToken cancellationToken = default);
}
