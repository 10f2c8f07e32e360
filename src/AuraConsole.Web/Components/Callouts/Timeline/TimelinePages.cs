using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Components.Callouts.Timeline;

/// <summary>What a timeline shows: the newest entries, read anew with each change, and older pages that were asked for.</summary>
public sealed class TimelinePages
{
    /// <summary>Most entries held for one browser: far more than anybody reads.</summary>
    public const int Most = 5_000;

    private List<Entry> _all = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Entry> Entries => _all;

    public bool HasOlder { get; private set; }

    public void Clear() => (_all, HasOlder) = ([], false);

    /// <summary>Takes the newest page; what lies further back stays as it was read.</summary>
    public void Newest(IReadOnlyList<Entry> page, bool hasOlder)
    {
        // an entry that is gone from within the page is gone; one beyond its end was only pushed out of it
        List<Entry> further = hasOlder && page.Count > 0 ? [.. _all.Where(entry => IsBefore(entry, page[^1]))] : [];
        HasOlder = further.Count > 0 ? HasOlder : hasOlder;
        _all = [.. page, .. further];
    }

    public void Older(IReadOnlyList<Entry> page, bool hasOlder)
    {
        _all.AddRange(page.Where(entry => _all.Count == 0 || IsBefore(entry, _all[^1])));
        HasOlder = hasOlder && _all.Count < Most;
    }

    private static bool IsBefore(Entry entry, Entry other) => entry.At < other.At || (entry.At == other.At && entry.Id < other.Id);
}
