using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Apply;

/// <summary>What a change of callouts works with inside its transaction.</summary>
public sealed class CalloutSession(ConsoleDbContext db, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
{
    // the change tracker's own look-up compares every tracked row anew at each question
    private readonly Dictionary<long, Callout?> _known = [];
    private readonly List<(Callout Callout, Entry Entry)> _noted = [];

    public ConsoleDbContext Db => db;

    /// <summary>What whoever asks for the change may see.</summary>
    public Scope Scope => scope;

    public DateTimeOffset Now => now;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The lines added to timelines so far.</summary>
    public IReadOnlyList<(Callout Callout, Entry Entry)> Noted => _noted;

    /// <summary>Null also for a callout that whoever asks may not see.</summary>
    public async Task<Callout?> FindAsync(long auraId)
    {
        if (!_known.TryGetValue(auraId, out var known))
            known = _known[auraId] = await db.Callouts.FirstOrDefaultAsync(c => c.AuraId == auraId, cancellationToken);
        return known is not null && scope.Covers(known.SiteGroupId) ? known : null;
    }

    /// <summary>Asks once for all callouts that a group of changes will ask for.</summary>
    public async Task LoadAsync(IReadOnlyCollection<long> auraIds)
    {
        var found = await db.Callouts.Where(c => auraIds.Contains(c.AuraId)).ToListAsync(cancellationToken);
        foreach (var auraId in auraIds)
            _known[auraId] = null;
        foreach (var callout in found)
            _known[callout.AuraId] = callout;
    }

    /// <summary>Adds a callout that <see cref="FindAsync"/> did not know.</summary>
    public void Add(Callout callout)
    {
        _known[callout.AuraId] = callout;
        db.Callouts.Add(callout);
    }

    /// <summary>A site with its group.</summary>
    public async Task<Site?> FindSiteAsync(long? siteAuraId)
    {
        var site = siteAuraId is null ? null : await db.Sites.FirstOrDefaultAsync(s => s.AuraId == siteAuraId, cancellationToken);
        if (site?.GroupId is { } groupId)
            site.Group = await db.SiteGroups.AsNoTracking().FirstOrDefaultAsync(group => group.Id == groupId, cancellationToken);
        return site;
    }

    /// <summary>The name of a customer who is known here and not erased.</summary>
    public async Task<string?> CustomerNameAsync(long? customerAuraId) => customerAuraId is null
        ? null
        : (await db.Customers.FirstOrDefaultAsync(c => c.AuraId == customerAuraId && c.ErasedAt == null, cancellationToken))?.FullName;

    /// <summary>Something that hangs on the callout changed: its version goes up although none of its own members changed.</summary>
    public void Touch(Callout callout) => db.Entry(callout).Property(c => c.Version).IsModified = true;

    /// <summary>Adds a line to the timeline and shows it as the callout's last.</summary>
    public void Note(Callout callout, Entry entry)
    {
        entry.Detail = Text.Cut(entry.Detail, Entry.DetailLength);
        entry.By = Text.Cut(entry.By, Entry.ByLength);
        callout.Entries.Add(entry);
        _noted.Add((callout, entry));
        if (callout.LastEntryAt > entry.At)
            return;
        callout.LastEntryKind = entry.Kind;
        callout.LastEntryStage = entry.Stage;
        callout.LastEntryDetail = entry.Detail;
        callout.LastEntryAt = entry.At;
    }
}
