using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Sites.Reading;

/// <summary>
/// A site's row made what AURA says. A member that AURA left out of its answer stays as it was (the older dialect knows fewer of
/// them); one that AURA answered as null is gone.
/// </summary>
public static class SiteFacts
{
    /// <summary>Fits the row to AURA's word; true when that changed anything. <paramref name="asked"/> is when AURA was asked.</summary>
    public static bool Apply(Site row, AuraSite told, DateTimeOffset asked)
    {
        var (details, coverage) = (SiteMembers.Of(row), Coverage(row));
        var wasDeleted = row.DeletedAt is not null;

        row.AuraId = told.Id;
        // the key of every raise: never cut to fit
        row.Reference = told.Reference.Length > 0 ? told.Reference : row.Reference;
        row.Name = Text.Cut(Pick(told, told.Name, row.Name, "locationDescription", "name"), Site.NameLength);
        row.Address = Text.Cut(Pick(told, told.Address, row.Address, "formattedAddress", "address"), Site.AddressLength);
        row.AdditionalInformation = Text.Cut(
            Pick(told, told.AdditionalInformation, row.AdditionalInformation, "locationAdditionalInformation"), Site.InformationLength);
        row.W3w = Text.Cut(Pick(told, told.W3w, row.W3w, "w3w"), Site.W3wLength);
        row.TypeName = Text.Cut(TypeName(row, told), Site.TypeNameLength);
        row.TypeId = Pick(told, told.TypeId, row.TypeId, "calloutLocationTypeId");
        row.CustomerAuraId = Pick(told, told.CustomerId, row.CustomerAuraId, "customerId");
        // coordinates that cannot be read are no reason to forget readable ones
        row.Latitude = told.Latitude ?? row.Latitude;
        row.Longitude = told.Longitude ?? row.Longitude;
        row.SecurityCoverage = Pick(told, told.SecurityCoverage, row.SecurityCoverage, "securityCoverage");
        row.MedicalCoverage = Pick(told, told.MedicalCoverage, row.MedicalCoverage, "medicalCoverage");
        row.CoverageCheckedAt = Pick(told, told.CoverageCheckedAt, row.CoverageCheckedAt, "inCoverageLastCheckedAt");
        row.ReadAt = asked;
        row.DeletedAt = told.Deleted ? row.DeletedAt ?? asked : null;

        var edited = details != SiteMembers.Of(row) || wasDeleted != told.Deleted;
        if (edited)
            row.Version = Guid.NewGuid();
        return edited || coverage != Coverage(row);
    }

    public static void MarkDeleted(Site row, DateTimeOffset at)
    {
        row.DeletedAt ??= at;
        row.ReadAt = at;
        row.Version = Guid.NewGuid();
    }

    private static (bool?, bool?, DateTimeOffset?, string?) Coverage(Site row) =>
        (row.SecurityCoverage, row.MedicalCoverage, row.CoverageCheckedAt, row.TypeName);

    /// <summary>The name belongs to the type it was told with.</summary>
    private static string? TypeName(Site row, AuraSite told) =>
        told.TypeName ?? (told.TypeId is null || told.TypeId == row.TypeId ? row.TypeName : null);

    private static T? Pick<T>(AuraSite told, T? value, T? kept, params ReadOnlySpan<string> names) =>
        value is not null || Answered(told.Raw, names) ? value : kept;

    private static bool Answered(JsonElement raw, ReadOnlySpan<string> names)
    {
        if (raw.ValueKind != JsonValueKind.Object)
            return false;
        try
        {
            foreach (var name in names)
            {
                if (raw.TryGetProperty(name, out _))
                    return true;
            }
        }
        catch (InvalidOperationException)
        {
            // a neighbouring name holds an escape that is no valid text; what was kept stays
        }

        return false;
    }
}
