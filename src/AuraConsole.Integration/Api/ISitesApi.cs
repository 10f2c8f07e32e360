using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Sites: AURA's fixed locations (<c>/panic-api/v2/predefinedLocations</c>).</summary>
/// <remarks>Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer.</remarks>
public interface ISitesApi
{
    /// <summary><c>GET /panic-api/v2/predefinedLocations</c>: all sites of this customer source.</summary>
    Task<IReadOnlyList<AuraSite>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary><c>POST /panic-api/v2/predefinedLocations</c>: registers a site (source: Property Protect quickstart).</summary>
    Task<AuraSite> CreateAsync(SiteDetails site, CancellationToken cancellationToken = default);

    /// <summary><c>GET /panic-api/v2/predefinedLocations/{id}</c>.</summary>
    Task<AuraSite> GetAsync(long siteId, CancellationToken cancellationToken = default);

    /// <summary><c>PUT /panic-api/v2/predefinedLocations/{id}</c>: a full replacement.</summary>
    Task<AuraSite> UpdateAsync(long siteId, SiteDetails site, CancellationToken cancellationToken = default);

    /// <summary><c>DELETE /panic-api/v2/predefinedLocations/{id}</c>: removes the site from active service.</summary>
    Task DeleteAsync(long siteId, CancellationToken cancellationToken = default);
}
