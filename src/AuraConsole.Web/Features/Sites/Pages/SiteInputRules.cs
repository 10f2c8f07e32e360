using System.Globalization;
using System.Text.RegularExpressions;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Sites.Pages;

/// <summary>What the form refuses, one sentence per field, and what it only wonders about.</summary>
public static partial class SiteInputRules
{
    private const double LatitudeLimit = 90;
    private const double LongitudeLimit = 180;

    /// <summary>In the order of the form. A reference is checked on registering only: later it is not the form's to change.</summary>
    public static IEnumerable<(string Field, string Sentence)> Check(SiteInput input, bool isNew, IReadOnlyCollection<SiteType> types)
    {
        (string Field, string? Sentence)[] sentences =
        [
            (nameof(SiteInput.Reference), isNew ? Reference(input.Reference) : null),
            (nameof(SiteInput.Name), string.IsNullOrWhiteSpace(input.Name) ? SitesText.NeedName : Long(input.Name, Site.NameLength)),
            (nameof(SiteInput.Address), Long(input.Address, Site.AddressLength)),
            (nameof(SiteInput.Latitude), Coordinate(input.Latitude, LatitudeLimit, SitesText.NeedLatitude, SitesText.BadLatitude)),
            (nameof(SiteInput.Longitude), Coordinate(input.Longitude, LongitudeLimit, SitesText.NeedLongitude, SitesText.BadLongitude)),
            (nameof(SiteInput.Type), Type(input.Type, types)),
            (nameof(SiteInput.Information), Long(input.Information, Site.InformationLength)),
            (nameof(SiteInput.W3w), Long(input.W3w, Site.W3wLength)),
        ];
        return sentences.Where(static told => told.Sentence is not null).Select(static told => (told.Field, told.Sentence!));
    }

    public static bool IsZero(SiteInput input) => Degrees(input.Latitude) == 0 && Degrees(input.Longitude) == 0;

    public static bool IsOddW3w(SiteInput input) => input.W3w.Trim() is { Length: > 0 } words && !ThreeWords().IsMatch(words);

    /// <summary>Decimal degrees with a dot or a comma; null when it is neither.</summary>
    public static double? Degrees(string text)
    {
        // what copies from a page or a spreadsheet: a true minus sign, a decimal comma
        var plain = text.Trim().Replace('−', '-').Replace(',', '.');
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(plain, Styles, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : null;
    }

    private static string? Reference(string reference) => reference switch
    {
        _ when string.IsNullOrWhiteSpace(reference) => SitesText.NeedReference,
        _ when reference.Length > Site.ReferenceLength => string.Format(CultureInfo.CurrentCulture, SitesText.LongReference, Site.ReferenceLength),
        _ when reference.Trim().Length < reference.Length => SitesText.BlankReference,
        _ when reference.Any(char.IsControl) => SitesText.ControlReference,
        _ => null,
    };

    private static string? Long(string text, int most) => text.Trim().Length > most
        ? string.Format(CultureInfo.CurrentCulture, SitesText.LongText, most, text.Trim().Length)
        : null;

    private static string? Coordinate(string text, double limit, string need, string bad) =>
        string.IsNullOrWhiteSpace(text) ? need : Degrees(text) is { } degrees && Math.Abs(degrees) <= limit ? null : bad;

    private static string? Type(string type, IReadOnlyCollection<SiteType> types) =>
        type.Length == 0 || (int.TryParse(type, CultureInfo.InvariantCulture, out var id) && types.Any(choice => choice.Id == id))
            ? null
            : SitesText.BadType;

    [GeneratedRegex(@"^/{0,3}[^\s./]+\.[^\s./]+\.[^\s./]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeWords();
}
