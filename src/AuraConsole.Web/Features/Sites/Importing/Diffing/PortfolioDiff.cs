using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;

namespace AuraConsole.Web.Features.Sites.Importing.Diffing;

/// <summary>Compares a file with AURA's list. A member that no column holds stays as AURA has it; an empty cell empties it.</summary>
public static class PortfolioDiff
{
    /// <summary>Less than this, in degrees, is the same place: a centimetre.</summary>
    private const double SamePlace = 1e-7;

    public static PortfolioDifferences Compare(IEnumerable<ImportedSite> wanted, IReadOnlyList<AuraSite> listed, IReadOnlySet<ImportField> held)
    {
        var (known, nameless) = ByReference(listed);
        var count = known.Count + nameless.Count;
        var items = new List<DiffItem>();
        var (added, changed, moved, unchanged) = (0, 0, 0, 0);
        foreach (var site in wanted)
        {
            if (!known.Remove(site.Reference, out var now))
            {
                added++;
                items.Add(Added(site));
            }
            else if (Changed(site, now, held) is { } change)
            {
                moved += change.Kind == DiffKind.Moved ? 1 : 0;
                changed += change.Kind == DiffKind.Changed ? 1 : 0;
                items.Add(change);
            }
            else
            {
                unchanged++;
            }
        }

        var removed = known.Values.Concat(nameless).OrderBy(static site => site.Reference, StringComparer.Ordinal).ToList();
        items.AddRange(removed.Select(Removed));
        return new PortfolioDifferences(items, added, changed, moved, unchanged, removed.Count, count);
    }

    /// <summary>A site without a reference can be in no file, so that a full sync removes it.</summary>
    private static (Dictionary<string, AuraSite> Known, List<AuraSite> Nameless) ByReference(IReadOnlyList<AuraSite> listed)
    {
        var known = new Dictionary<string, AuraSite>(listed.Count, StringComparer.Ordinal);
        var nameless = new List<AuraSite>();
        foreach (var site in listed)
        {
            if (site.Deleted)
                continue;
            if (string.IsNullOrWhiteSpace(site.Reference))
                nameless.Add(site);
            // of two active sites on one reference the newer one is the one meant; AURA's ids grow
            else if (!known.TryGetValue(site.Reference, out var other) || other.Id < site.Id)
                known[site.Reference] = site;
        }

        return (known, nameless);
    }

    private static DiffItem Added(ImportedSite site) => new()
    {
        Kind = DiffKind.Added,
        Reference = site.Reference,
        Name = site.Name,
        Line = site.Line,
        Wanted = new SiteState(site.Name, site.Address, site.Latitude, site.Longitude, site.TypeId, site.Information, site.W3w),
    };

    private static DiffItem Removed(AuraSite site) =>
        new() { Kind = DiffKind.Removed, Reference = site.Reference, Name = site.Name, AuraId = site.Id, Before = StateOf(site) };

    private static DiffItem? Changed(ImportedSite site, AuraSite now, IReadOnlySet<ImportField> held)
    {
        List<FieldChange>? changes = null;
        var before = StateOf(now);
        var name = Text(ImportField.Name, before.Name, site.Name);
        var address = Text(ImportField.Address, before.Address, site.Address);
        var isMoved = Position(ImportField.Latitude, before.Latitude, site.Latitude) | Position(ImportField.Longitude, before.Longitude, site.Longitude);
        var type = held.Contains(ImportField.Type) ? site.TypeId : before.TypeId;
        if (type != before.TypeId)
            Note(ImportField.Type, before.TypeId?.ToString(CultureInfo.InvariantCulture), type?.ToString(CultureInfo.InvariantCulture));
        var information = Text(ImportField.Information, before.Information, site.Information);
        var w3w = Text(ImportField.W3w, before.W3w, site.W3w);
        return changes is null ? null : new DiffItem
        {
            Kind = isMoved ? DiffKind.Moved : DiffKind.Changed,
            Reference = site.Reference,
            Name = name,
            Line = site.Line,
            AuraId = now.Id,
            Changes = changes,
            Metres = isMoved && before is { Latitude: { } latitude, Longitude: { } longitude }
                ? GreatCircle.Metres(latitude, longitude, site.Latitude, site.Longitude)
                : null,
            Wanted = new SiteState(name, address, site.Latitude, site.Longitude, type, information, w3w),
            Before = before,
        };

        string? Text(ImportField member, string? was, string? shall)
        {
            if (!held.Contains(member) || string.Equals(Plain(was), Plain(shall), StringComparison.Ordinal))
                return was;
            Note(member, was, shall);
            return shall;
        }

        bool Position(ImportField member, double? was, double shall)
        {
            if (was is { } degrees && Math.Abs(degrees - shall) < SamePlace)
                return false;
            Note(member, was?.ToString(CultureInfo.InvariantCulture), shall.ToString(CultureInfo.InvariantCulture));
            return true;
        }

        void Note(ImportField member, string? was, string? shall) => (changes ??= []).Add(new FieldChange(member, was, shall));
    }

    private static string Plain(string? text) => (text ?? "").Trim();

    internal static SiteState StateOf(AuraSite site) =>
        new(site.Name, site.Address, site.Latitude, site.Longitude, site.TypeId, site.AdditionalInformation, site.W3w);
}
