using System.Globalization;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.SiteCare;

namespace AuraConsole.Web.Features.Sites.History;

/// <summary>Who changes a site, and as what it goes into the audit.</summary>
/// <param name="By">Who asked.</param>
/// <param name="Kind">One of <see cref="SiteAudit"/>.</param>
/// <param name="IsSettled">AURA's answer was lost, and it was looked at.</param>
public sealed record SiteChange(Operator By, string Kind, bool IsSettled = false);

/// <summary>What a change did, line by line: "Name: old → new".</summary>
public static class SiteChanges
{
    private const string Nothing = "–";

    /// <param name="before">Null for a site that is new here.</param>
    /// <param name="after">As it is kept now.</param>
    public static IEnumerable<string> Lines(SiteMembers? before, SiteMembers after)
    {
        (string Name, string? Old, string? New)[] members =
        [
            ("Reference", before?.Reference, after.Reference),
            ("Name", before?.Name, after.Name),
            ("Address", before?.Address, after.Address),
            ("Latitude", Text(before?.Latitude), Text(after.Latitude)),
            ("Longitude", Text(before?.Longitude), Text(after.Longitude)),
            ("Type", Text(before?.TypeId), Text(after.TypeId)),
            ("Information", before?.AdditionalInformation, after.AdditionalInformation),
            ("what3words", before?.W3w, after.W3w),
            ("Customer", Text(before?.CustomerId), Text(after.CustomerId)),
        ];
        return members.Where(member => member.Old != member.New).Select(member => Line(member.Name, member.Old, member.New));
    }

    /// <summary>One line, whatever stands in the values.</summary>
    public static string Line(string name, string? before, string? after) => $"{name}: {Flat(before)} → {Flat(after)}";

    public static string Settled => "AURA's answer was lost; it was looked at";

    public static SiteMembers? Known(Site? row) => row is null || row.Id == 0 ? null : SiteMembers.Of(row);

    private static string Flat(string? text) => string.IsNullOrEmpty(text) ? Nothing : text.ReplaceLineEndings(" ⏎ ");

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
