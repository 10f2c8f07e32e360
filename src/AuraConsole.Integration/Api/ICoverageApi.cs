using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Where AURA responds.</summary>
public interface ICoverageApi
{
    /// <summary>
    /// <c>GET /panic-api/v2/coverage/{responseTypeId}</c>: KML, one placemark per polygon (source: coverage). AURA has no call that checks
    /// a point: ask <see cref="Coverage.Covers"/>, and read again from time to time.
    /// </summary>
    /// <exception cref="Http.AuraApiException">AURA refused or did not answer; Unexpected when the answer is no KML with areas.</exception>
    Task<Coverage> GetAsync(int responseTypeId, CancellationToken cancellationToken = default);
}
