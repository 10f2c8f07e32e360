using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>A site's wire shapes in both generations of AURA's documents.</summary>
internal static class SiteShapes
{
    public static JsonObject Of(SimulatedSite site, int sourceId, Dialect dialect) =>
        dialect == Dialect.Bare ? Older(site) : Newer(site, sourceId);

    private static JsonObject Newer(SimulatedSite site, int sourceId)
    {
        var type = Type(site.TypeId);
        return new JsonObject
        {
            ["id"] = site.Id,
            ["customerId"] = site.CustomerId,
            ["customerSourceId"] = sourceId,
            ["externalReferenceId"] = site.Reference,
            ["locationIdentifier"] = site.Identifier,
            ["locationDescription"] = site.Name,
            ["locationAdditionalInformation"] = site.AdditionalInformation,
            ["formattedAddress"] = site.Address,
            ["latitude"] = site.Latitude,
            ["longitude"] = site.Longitude,
            ["w3w"] = site.W3w,
            ["calloutLocationTypeId"] = site.TypeId,
            ["calloutLocationTypeValue"] = type?.Value,
            ["calloutLocationTypeDescription"] = type?.Description,
            ["duressCode"] = site.DuressCode,
            ["medicalCoverage"] = null,
            ["securityCoverage"] = true,
            ["inCoverageLastCheckedAt"] = Wire.Time(site.UpdatedAt),
            ["createdAt"] = Wire.Time(site.CreatedAt),
            ["updatedAt"] = Wire.Time(site.UpdatedAt),

            // keys that hold a dot, as AURA's page lists them (create-fixed-location); not nested objects
            ["calloutLocationType.id"] = site.TypeId,
            ["calloutLocationType.value"] = type?.Value,
            ["calloutLocationType.description"] = type?.Description,
            ["calloutLocationType.addressType"] = type?.Value,
            ["calloutLocationType.createdAt"] = site.TypeId is null ? null : "2023-01-01T00:00:00.000Z",
            ["calloutLocationType.updatedAt"] = site.TypeId is null ? null : "2023-01-01T00:00:00.000Z",
        };
    }

    private static JsonObject Older(SimulatedSite site) => new()
    {
        ["id"] = site.Id,
        ["name"] = site.Name ?? site.Identifier,
        ["externalReferenceId"] = site.Reference,
        ["latitude"] = Wire.Number(site.Latitude),
        ["longitude"] = Wire.Number(site.Longitude),
        ["address"] = site.Address,
        ["customerId"] = site.CustomerId,
    };

    // AURA publishes no list of types; the quickstart uses 3 for a branch
    private static (string Value, string Description)? Type(long? id) => id switch
    {
        1 => ("HOUSE", "House"),
        2 => ("COMPLEX", "Complex or estate"),
        3 => ("BUSINESS", "Business"),
        _ => null,
    };
}
