using System.Globalization;
using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads a site in either dialect (api reference: create and update a fixed location).</summary>
internal static class SiteReader
{
    /// <summary>Names under which a list of sites may be wrapped: AURA publishes no envelope.</summary>
    public static readonly string[] ListNames = ["predefinedLocations", "fixedLocations", "locations", "data", "items", "results"];

    /// <summary>Null without a valid id; every other member may be missing or odd.</summary>
    public static AuraSite? Read(JsonElement root)
    {
        var site = JsonEnvelope.Entity(root, "predefinedLocation", "fixedLocation", "location", "data");
        if (site.Id("id") is not { } id)
            return null;
        return new AuraSite
        {
            Id = id,
            Reference = site.Text("externalReferenceId")
                ?? site.Id("externalReferenceId")?.ToString(CultureInfo.InvariantCulture) ?? "",
            Identifier = site.Text("locationIdentifier"),
            Name = site.Text("locationDescription", "name"),
            AdditionalInformation = site.Text("locationAdditionalInformation"),
            Address = site.Text("formattedAddress", "address"),
            Latitude = Coordinates.Latitude(site),
            Longitude = Coordinates.Longitude(site),
            W3w = site.Text("w3w"),
            // newer answers also carry literal keys with a dot, such as "calloutLocationType.description"
            TypeId = site.Int("calloutLocationTypeId", "calloutLocationType.id") ?? site.Object("calloutLocationType")?.Int("id"),
            TypeName = site.Text("calloutLocationTypeDescription", "calloutLocationType.description", "calloutLocationTypeValue")
                ?? site.Label("calloutLocationType"),
            CustomerId = site.Id("customerId"),
            SecurityCoverage = site.Flag("securityCoverage"),
            MedicalCoverage = site.Flag("medicalCoverage"),
            CoverageCheckedAt = site.Instant("inCoverageLastCheckedAt"),
            Deleted = site.Flag("deleted", "isDeleted") == true || site.Text("deletedAt") is not null,
            Raw = site.Clone(),
        };
    }
}
