using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Apply;

/// <summary>What a change of callouts works with inside its transaction.</summary>
public sealed class CalloutSession(ConsoleDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
{
    public ConsoleDbContext Db => db;

    public DateTimeOffset Now => now;

    public CancellationToken CancellationToken => cancellationToken;

    public async Task<Callout?> FindAsync(long auraId) =>
        db.Callouts.Local.FirstOrDefault(c => c.AuraId == auraId)
        ?? await db.Callouts.FirstOrDefaultAsync(c => c.AuraId == auraId, cancellationToken);

    public Task<Site?> FindSiteAsync(long? siteAuraId) => siteAuraId is null
        ? Task.FromResult<Site?>(null)
        : db.Sites.FirstOrDefaultAsync(s => s.AuraId == siteAuraId, cancellationToken);

    /// <summary>Adds a line to the timeline and shows it as the callout's last.</summary>
    public void Note(Callout callout, Entry entry)
    {
        entry.Detail = Text.Cut(entry.Detail, Entry.DetailLength);
        entry.By = Text.Cut(entry.By, Entry.ByLength);
        callout.Entries.Add(entry);
        if (callout.LastEntryAt > entry.At)
            return;
        callout.LastEntryKind = entry.Kind;
        callout.LastEntryStage = entry.Stage;
        callout.LastEntryDetail = entry.Detail;
        callout.LastEntryAt = entry.At;
    }
}
