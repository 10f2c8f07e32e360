using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Reading;

/// <summary>How our table differs from AURA's list. Rows are streamed and compared one by one; only ids of those that differ are held.</summary>
public sealed record SiteDifferences
{
    /// <summary>Below this, any number may be removed without asking.</summary>
    public const int FewSites = 20;

    /// <summary>Active here, and not in AURA's list.</summary>
    public List<int> Missing { get; } = [];

    /// <summary>Active here, and marked deleted by AURA.</summary>
    public List<int> Deleted { get; } = [];

    /// <summary>Active on both sides, and under another reference now.</summary>
    public List<int> Renamed { get; } = [];

    public List<int> Changed { get; } = [];

    public List<AuraSite> Added { get; } = [];

    public int Active { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>More missing than happens in a day's work: perhaps AURA listed a part only.</summary>
    public bool ManyMissing => Missing.Count > FewSites && Missing.Count > Active / 2;

    public static async Task<SiteDifferences> FindAsync(ConsoleDbContext context, SiteListing listing, CancellationToken cancellationToken)
    {
        var differences = new SiteDifferences();
        var known = new HashSet<long>();
        await foreach (var row in context.Sites.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            known.Add(row.AuraId);
            differences.Sort(row, listing);
        }

        // a site that AURA lists as deleted and that was never here has no story to tell
        differences.Added.AddRange(listing.Sites.Values.Where(site => !site.Deleted && !known.Contains(site.Id)));
        return differences;
    }

    private void Sort(Data.Entities.Site row, SiteListing listing)
    {
        var isActive = row.DeletedAt is null;
        Active += isActive ? 1 : 0;
        var told = listing.Sites.GetValueOrDefault(row.AuraId);
        if (row.ReadAt > listing.Asked || listing.IsUnusable(row.AuraId) || (told is null or { Deleted: true } && !isActive))
        {
            Unchanged += isActive ? 1 : 0;
            return;
        }

        if (told is null)
            Missing.Add(row.Id);
        else if (told.Deleted)
            Deleted.Add(row.Id);
        else if (isActive && row.Reference != told.Reference)
            Renamed.Add(row.Id);
        else if (SiteFacts.Apply(row, told, listing.Asked))
            Changed.Add(row.Id);
        else
            Unchanged++;
    }
}
