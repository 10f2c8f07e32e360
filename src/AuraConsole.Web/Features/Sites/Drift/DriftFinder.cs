using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Diffing;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Sites.Drift;

/// <summary>Compares our sites with AURA's list, one by one. Changes nothing.</summary>
public sealed class DriftFinder(SiteListing listing)
{
    /// <summary>Closer than this the two positions are one: AURA may keep fewer decimals.</summary>
    public const double SamePlace = 1;

    /// <summary>Most differences kept; they are counted beyond.</summary>
    public const int Most = 10_000;

    private readonly List<SiteDrift> _found = [];
    private readonly HashSet<long> _inService = [];

    public IReadOnlyList<SiteDrift> Found => _found;

    public int Compared { get; private set; }

    public int Differ { get; private set; }

    /// <param name="row">A row of ours, not tracked: it is used up.</param>
    public void Compare(Site row)
    {
        if (row.DeletedAt is not null)
            return;
        _inService.Add(row.AuraId);
        Compared++;
        // changed here since AURA was asked, or listed in a way that cannot be compared
        if (row.ReadAt > listing.Asked || listing.IsUnusable(row.AuraId))
            return;
        if (DriftOf(row) is { } drift)
            Keep(drift);
    }

    /// <summary>After all rows: what only AURA has.</summary>
    public void Finish()
    {
        foreach (var site in listing.Sites.Values.Where(site => !site.Deleted && !_inService.Contains(site.Id)))
        {
            Compared++;
            Keep(new SiteDrift { AuraId = site.Id, Reference = Text.Cut(site.Reference, Site.ReferenceLength)!, Name = Text.Cut(site.Name, Site.NameLength), Kind = DriftKind.Extra, FoundAt = listing.Asked });
        }
    }

    private SiteDrift? DriftOf(Site row)
    {
        var drift = new SiteDrift { AuraId = row.AuraId, SiteId = row.Id, Reference = row.Reference, Name = row.Name, GroupId = row.GroupId, FoundAt = listing.Asked };
        if (listing.Sites.GetValueOrDefault(row.AuraId) is not { } told)
            return With(drift, DriftKind.Missing, []);
        if (told.Deleted)
            return With(drift, DriftKind.DeletedAtAura, []);
        var ours = SiteMembers.Of(row);
        drift.Metres = Apart(row, told);
        SiteFacts.Apply(row, told, listing.Asked);
        var theirs = SiteMembers.Of(row);
        if (drift.Metres <= SamePlace)
            theirs = theirs with { Latitude = ours.Latitude, Longitude = ours.Longitude };
        var lines = Lines(ours, theirs).ToList();
        return lines.Count == 0 ? null
            : With(drift, ours.Reference != theirs.Reference ? DriftKind.Renamed : (ours.Latitude, ours.Longitude) != (theirs.Latitude, theirs.Longitude) ? DriftKind.Moved : DriftKind.Changed, lines);
    }

    private static SiteDrift With(SiteDrift drift, DriftKind kind, IReadOnlyList<string> lines)
    {
        (drift.Kind, drift.Detail) = (kind, lines.Count == 0 ? null : Text.Cut(string.Join('\n', lines), SiteDrift.DetailLength));
        return drift;
    }

    private static double? Apart(Site row, AuraSite told) => row is { Latitude: { } latitude, Longitude: { } longitude } && told is { Latitude: { } toLatitude, Longitude: { } toLongitude }
        ? GreatCircle.Metres(latitude, longitude, toLatitude, toLongitude)
        : null;

    private static IEnumerable<string> Lines(SiteMembers ours, SiteMembers theirs) =>
        new (string Label, string? Ours, string? Theirs)[]
        {
            (SitesText.FieldReference, ours.Reference, theirs.Reference),
            (SitesText.FieldName, ours.Name, theirs.Name),
            (SitesText.FieldAddress, ours.Address, theirs.Address),
            (SitesText.FieldLatitude, Number(ours.Latitude), Number(theirs.Latitude)),
            (SitesText.FieldLongitude, Number(ours.Longitude), Number(theirs.Longitude)),
            (SitesText.FieldType, Number(ours.TypeId), Number(theirs.TypeId)),
            (SitesText.FieldW3w, ours.W3w, theirs.W3w),
            (SitesText.FieldInformation, ours.AdditionalInformation, theirs.AdditionalInformation),
        }.Where(static member => member.Ours != member.Theirs).Select(static member => $"{member.Label}: {Shown(member.Ours)} → {Shown(member.Theirs)}");

    private static string Shown(string? text) => string.IsNullOrEmpty(text) ? SitesText.NothingTold : text.ReplaceLineEndings(" ");

    private static string? Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);

    private void Keep(SiteDrift drift)
    {
        Differ++;
        if (_found.Count < Most)
            _found.Add(drift);
    }
}
