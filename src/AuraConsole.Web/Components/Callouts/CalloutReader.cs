using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Reads what the board in memory does not have: a callout's timeline and site, and a site's past.</summary>
public sealed class CalloutReader(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>Entries shown at first, and how many more <em>show older</em> brings.</summary>
    public const int EntriesAtOnce = 200;

    public async Task<CalloutDetail?> ReadAsync(long auraId, int entries, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // the callout first: entries may then be newer than its version, which the next change puts right, but never older
        var callout = await db.Callouts.AsNoTracking().Include(c => c.Site).FirstOrDefaultAsync(c => c.AuraId == auraId, cancellationToken);
        if (callout is null)
            return null;
        var read = await db.Entries.AsNoTracking().Where(e => e.CalloutId == callout.Id)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(entries + 1).ToListAsync(cancellationToken);
        var hasOlder = read.Count > entries;
        return new CalloutDetail(callout, hasOlder ? read[..entries] : read, hasOlder);
    }

    /// <summary>A site a callout can be raised for; null when it is deleted or unknown.</summary>
    public async Task<Site?> FindSiteAsync(int siteId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Sites.AsNoTracking().FirstOrDefaultAsync(s => s.Id == siteId && s.DeletedAt == null, cancellationToken);
    }

    public async Task<IReadOnlyList<PastCallout>> LastOfSiteAsync(int siteId, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Callouts.AsNoTracking().Where(c => c.SiteId == siteId)
            .OrderByDescending(c => c.FirstSeenAt).ThenByDescending(c => c.Id).Take(most).ToListAsync(cancellationToken);
        return [.. last.Select(c => new PastCallout(c.AuraId, c.Stage, c.FirstSeenAt, c.IsTest))];
    }
}
