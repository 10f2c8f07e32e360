using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Sites.Pages;

/// <summary>What is typed into the form, as text: what cannot be read must stay where it was typed.</summary>
public sealed class SiteInput
{
    public string Reference { get; set; } = "";

    public string Name { get; set; } = "";

    public string Address { get; set; } = "";

    public string Latitude { get; set; } = "";

    public string Longitude { get; set; } = "";

    /// <summary>AURA's id of the type; empty for none.</summary>
    public string Type { get; set; } = "";

    public string Information { get; set; } = "";

    public string W3w { get; set; } = "";

    public static SiteInput Of(Site site) => new()
    {
        Reference = site.Reference,
        Name = site.Name ?? "",
        Address = site.Address ?? "",
        Latitude = Degrees(site.Latitude),
        Longitude = Degrees(site.Longitude),
        Type = site.TypeId?.ToString(CultureInfo.InvariantCulture) ?? "",
        Information = site.AdditionalInformation ?? "",
        W3w = site.W3w ?? "",
    };

    /// <summary>Only after <see cref="SiteInputRules.Check"/> had nothing to say.</summary>
    public SiteDetails ToDetails() => new()
    {
        Reference = Reference,
        Name = Told(Name),
        Address = Told(Address),
        Latitude = SiteInputRules.Degrees(Latitude) ?? throw new InvalidOperationException("The latitude was not checked."),
        Longitude = SiteInputRules.Degrees(Longitude) ?? throw new InvalidOperationException("The longitude was not checked."),
        TypeId = Type.Length == 0 ? null : int.Parse(Type, CultureInfo.InvariantCulture),
        AdditionalInformation = Told(Information),
        W3w = Told(W3w),
    };

    private static string Degrees(double? degrees) => degrees?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";

    private static string? Told(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
