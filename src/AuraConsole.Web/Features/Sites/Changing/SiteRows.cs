using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.History;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.SiteCare;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Changing;

/// <summary>Reads and keeps single rows for the commands; each change stands in the audit, both or neither.</summary>
public sealed class SiteRows(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, SiteFeed feed, TimeProvider time)
{
    public async Task<Site?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sites.AsNoTracking().FirstOrDefaultAsync(site => site.Id == id, cancellationToken);
    }

    public async Task<Site?> FindActiveAsync(string reference, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sites.AsNoTracking()
            .FirstOrDefaultAsync(site => site.DeletedAt == null && site.Reference == reference, cancellationToken);
    }

    /// <summary>Keeps a site as AURA answered it; what AURA left out as it was sent.</summary>
    /// <remarks>Not to be torn off once AURA has agreed, so without a token.</remarks>
    public Task<Site> KeepAsync(AuraSite told, SiteMembers? sent, SiteChange change) => WriteAsync(async context =>
    {
        var now = time.GetUtcNow();
        var row = await context.Sites.FirstOrDefaultAsync(site => site.AuraId == told.Id);
        var (before, wasDeleted) = (SiteChanges.Known(row), row?.DeletedAt is not null);
        if (row is null)
            context.Sites.Add(row = new Site { Reference = sent?.Reference ?? told.Reference });
        sent?.WriteTo(row);
        SiteFacts.Apply(row, told, now);
        // whoever edits it elsewhere shall hear of this, also when AURA answered exactly what was sent
        row.Version = Guid.NewGuid();
        if (row.DeletedAt is null)
            await ReleaseAsync(context, row, now, change);
        await context.SaveChangesAsync();
        var lines = SiteChanges.Lines(before, SiteMembers.Of(row)).ToList();
        if (wasDeleted && row.DeletedAt is null)
            lines.Add("In service again");
        // looked at and found as before, nothing was changed
        if (!change.IsSettled || lines.Count > 0)
            await NoteAsync(context, row, change, lines);
        return row;
    });

    public Task<Site> MarkDeletedAsync(int id, SiteChange change) => WriteAsync(async context =>
    {
        var row = await context.Sites.FirstAsync(site => site.Id == id);
        SiteFacts.MarkDeleted(row, time.GetUtcNow());
        await NoteAsync(context, row, change, []);
        return row;
    });

    private async Task NoteAsync(ConsoleDbContext context, Site row, SiteChange change, IEnumerable<string> lines)
    {
        await audit.AddAsync(context, change.By, SiteAudit.Note(change.Kind, row.Id, change.IsSettled ? lines.Append(SiteChanges.Settled) : lines), CancellationToken.None);
        await context.SaveChangesAsync();
    }

    /// <summary>AURA gave the reference to this site, so another row that still holds it is behind the times.</summary>
    private async Task ReleaseAsync(ConsoleDbContext context, Site row, DateTimeOffset now, SiteChange change)
    {
        var (reference, auraId) = (row.Reference, row.AuraId);
        var old = await context.Sites.FirstOrDefaultAsync(site => site.DeletedAt == null && site.Reference == reference && site.AuraId != auraId);
        if (old is null)
            return;
        // first, and by itself: the index on references does not wait for the end of the transaction
        await context.Sites.Where(site => site.Id == old.Id)
            .ExecuteUpdateAsync(change => change
                .SetProperty(static site => site.DeletedAt, now)
                .SetProperty(static site => site.ReadAt, now)
                .SetProperty(static site => site.Version, Guid.NewGuid()));
        await audit.AddAsync(context, change.By, SiteAudit.Note(SiteAudit.Deleted, old.Id, "AURA gave its reference to another site"), CancellationToken.None);
    }

    private async Task<Site> WriteAsync(Func<ConsoleDbContext, Task<Site>> change)
    {
        Site row;
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var context = await contexts.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            row = await change(context);
            await transaction.CommitAsync();
        }

        feed.Publish();
        return row;
    }
}
