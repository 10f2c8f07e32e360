using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Sites: AURA's fixed locations (<c>/panic-api/v2/predefinedLocations</c>).</summary>
/// <remarks>
/// Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer. Sites of other customer sources answer 404
/// (NotFound). Coordinates are decimal degrees, WGS 84.
/// </remarks>
public interface ISitesApi
{
    /// <summary>
    /// <c>GET /panic-api/v2/predefinedLocations</c>: all sites of this customer source (source: fixed locations; the page of the operation
    /// was not seen, so paging is not known: what comes is taken for everything).
    /// </summary>
    Task<IReadOnlyList<AuraSite>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/predefinedLocations</c>: registers a site (source: Property Protect quickstart; create-fixed-location).
    /// Documented errors: 400, 401. A reference that is taken may answer 409 (Conflict).
    /// </summary>
    Task<AuraSite> CreateAsync(SiteDetails site, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>GET /panic-api/v2/predefinedLocations/{id}</c> by AURA's id (source: fixed locations; the page of the operation was not seen).
    /// </summary>
    Task<AuraSite> GetAsync(long siteId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>PUT /panic-api/v2/predefinedLocations/{id}</c>: a full replacement (source: update-fixed-location). Documented errors: 400, 401,
    /// 404.
    /// </summary>
    Task<AuraSite> UpdateAsync(long siteId, SiteDetails site, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>DELETE /panic-api/v2/predefinedLocations/{id}</c>: removes the site from active service; nothing can be raised there afterwards
    /// (source: fixed locations; the page of the operation was not seen).
    /// </summary>
    Task DeleteAsync(long siteId, CancellationToken cancellationToken = default);
}
