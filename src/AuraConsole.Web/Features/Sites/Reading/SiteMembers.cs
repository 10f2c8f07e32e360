using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Sites.Reading;

/// <summary>The members of a site that people edit, to compare one state of it with another.</summary>
public sealed record SiteMembers(
    string Reference,
    string? Name,
    string? Address,
    double? Latitude,
    double? Longitude,
    int? TypeId,
    string? AdditionalInformation,
    string? W3w,
    long? CustomerId)
{
    public static SiteMembers Of(Site site) => new(
        site.Reference, site.Name, site.Address, site.Latitude, site.Longitude, site.TypeId, site.AdditionalInformation, site.W3w, site.CustomerAuraId);

    public static SiteMembers Of(SiteDetails site) => new(
        site.Reference, site.Name, site.Address, site.Latitude, site.Longitude, site.TypeId, site.AdditionalInformation, site.W3w, site.CustomerId);

    public void WriteTo(Site site)
    {
        (site.Reference, site.Name, site.Address) = (Reference, Name, Address);
        (site.Latitude, site.Longitude, site.TypeId) = (Latitude, Longitude, TypeId);
        (site.AdditionalInformation, site.W3w, site.CustomerAuraId) = (AdditionalInformation, W3w, CustomerId);
    }
}
