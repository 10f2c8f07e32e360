using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ISitesApi"/>
internal sealed class SitesApi(AuraCaller caller, ListAnswers lists) : ISitesApi
{
    private const string All = "/panic-api/v2/predefinedLocations";
    private const string One = All + "/{id}";
    private static readonly object Done = new();

    public Task<IReadOnlyList<AuraSite>> ListAsync(CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            new AuraCall(HttpMethod.Get, All, All),
            answer => lists.Read(All, answer, SiteReader.ListNames, SiteReader.Read),
            cancellationToken);

    public Task<AuraSite> CreateAsync(SiteDetails site, CancellationToken cancellationToken = default) =>
        caller.SendAsync(new AuraCall(HttpMethod.Post, All, All, Body(site)), Read, cancellationToken);

    public Task<AuraSite> GetAsync(long siteId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(new AuraCall(HttpMethod.Get, One, PathOf(siteId)), answer => Same(answer, siteId), cancellationToken);

    public Task<AuraSite> UpdateAsync(long siteId, SiteDetails site, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            new AuraCall(HttpMethod.Put, One, PathOf(siteId), Body(site)), answer => Same(answer, siteId), cancellationToken);

    public Task DeleteAsync(long siteId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(new AuraCall(HttpMethod.Delete, One, PathOf(siteId)), static answer => answer.IsDone ? Done : null, cancellationToken);

    private static string PathOf(long siteId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{All}/{siteId}");

    /// <summary>An answer about another site is no answer.</summary>
    private static AuraSite? Same(AuraAnswer answer, long siteId) => Read(answer) is { } site && site.Id == siteId ? site : null;

    private static AuraSite? Read(AuraAnswer answer) => answer.Json is { } json ? SiteReader.Read(json) : null;

    private static byte[] Body(SiteDetails site)
    {
        if (string.IsNullOrWhiteSpace(site.Reference))
            throw Refusals.BeforeSending("A site needs a reference.", nameof(site));
        if (!Coordinates.IsLatitude(site.Latitude) || !Coordinates.IsLongitude(site.Longitude))
            throw Refusals.BeforeSending("The coordinates are out of range.", nameof(site));
        var body = new SiteBody(
            ExternalReferenceId: site.Reference,
            LocationIdentifier: site.Reference,
            Latitude: Coordinates.Write(site.Latitude),
            Longitude: Coordinates.Write(site.Longitude),
            LocationDescription: site.Name,
            LocationAdditionalInformation: site.AdditionalInformation,
            FormattedAddress: site.Address,
            W3w: site.W3w,
            CalloutLocationTypeId: site.TypeId,
            CustomerId: site.CustomerId);
        return JsonSerializer.SerializeToUtf8Bytes(body, AuraJsonContext.Default.SiteBody);
    }
}
