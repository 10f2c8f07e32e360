using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Callouts.Timeline;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Reads what the board in memory does not have: a callout's timeline and site, and a site's past.</summary>
public sealed class CalloutReader(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>Entries shown at first, and how many more <em>show older</em> brings.</summary>
    public const int EntriesAtOnce = 200;

    /// <summary>Messages shown beside the timeline; the timeline has them all.</summary>
    public const int MessagesAtOnce = 50;

    private static readonly EntryKind[] Messages = TimelineFilters.KindsOf(TimelineFilter.Messages)!;

    /// <summary>Null also for a callout outside of what may be seen.</summary>
    public async Task<CalloutDetail?> ReadAsync(long auraId, TimelineFilter filter, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // the callout first: entries may then be newer than its version, which the next change puts right, but never older
        var callout = await db.Callouts.AsNoTracking().Include(c => c.Site).FirstOrDefaultAsync(c => c.AuraId == auraId, cancellationToken);
        if (callout is null || !scope.Covers(callout.SiteGroupId))
            return null;
        var (read, hasOlder) = await PageAsync(Of(db, callout.Id, filter), cancellationToken);
        return new CalloutDetail(callout, read, hasOlder)
        {
            Messages = await NewestFirst(db.Entries.AsNoTracking().Where(e => e.CalloutId == callout.Id && Messages.Contains(e.Kind)))
                .Take(MessagesAtOnce).ToListAsync(cancellationToken),
            Closure = callout.IsActive ? null : await db.Closures.AsNoTracking().FirstOrDefaultAsync(c => c.CalloutId == callout.Id, cancellationToken),
            StoodDownAt = await db.Entries.Where(e => e.CalloutId == callout.Id && e.Kind == EntryKind.StageReached && e.Stage == CalloutStage.StoodDown)
                .MaxAsync(e => (DateTimeOffset?)e.At, cancellationToken) ?? (callout.Stage == CalloutStage.StoodDown ? callout.StageSince : null),
        };
    }

    /// <summary>The page before an entry.</summary>
    public async Task<(IReadOnlyList<Entry> Page, bool HasOlder)> OlderAsync(Entry before, TimelineFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (at, id) = (before.At, before.Id);
        return await PageAsync(Of(db, before.CalloutId, filter).Where(e => e.At < at || (e.At == at && e.Id < id)), cancellationToken);
    }

    private static IQueryable<Entry> Of(ConsoleDbContext db, int calloutId, TimelineFilter filter)
    {
        var entries = db.Entries.AsNoTracking().Where(e => e.CalloutId == calloutId);
        return TimelineFilters.KindsOf(filter) is { } kinds ? entries.Where(e => kinds.Contains(e.Kind)) : entries;
    }

    private static IQueryable<Entry> NewestFirst(IQueryable<Entry> entries) => entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);

    private static async Task<(IReadOnlyList<Entry> Page, bool HasOlder)> PageAsync(IQueryable<Entry> entries, CancellationToken cancellationToken)
    {
        var read = await NewestFirst(entries).Take(EntriesAtOnce + 1).ToListAsync(cancellationToken);
        var hasOlder = read.Count > EntriesAtOnce;
        return (hasOlder ? read[..EntriesAtOnce] : read, hasOlder);
    }

    /// <summary>A site a callout can be raised for; null when it is deleted, unknown, or not to be seen.</summary>
    public async Task<Site?> FindSiteAsync(int siteId, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Sites.AsNoTracking().Within(scope).FirstOrDefaultAsync(s => s.Id == siteId && s.DeletedAt == null, cancellationToken);
    }

    public async Task<IReadOnlyList<PastCallout>> LastOfSiteAsync(int siteId, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Callouts.AsNoTracking().Where(c => c.SiteId == siteId)
            .OrderByDescending(c => c.FirstSeenAt).ThenByDescending(c => c.Id).Take(most).ToListAsync(cancellationToken);
        return [.. last.Select(c => new PastCallout(c.AuraId, c.Stage, c.FirstSeenAt, c.IsTest))];
    }
}
