using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Reading;

/// <summary>
/// Brings the table in line with AURA's list, in short transactions. The order matters: a reference must be given up before another
/// site may take it. A row that a person changed after AURA was asked is left alone.
/// </summary>
public sealed class SiteTable(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate)
{
    public const int Batch = 1000;

    public async Task<int> RemoveAsync(IReadOnlyList<int> ids, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var batch in ids.Chunk(Batch))
        {
            removed += await WriteAsync(async context =>
            {
                var rows = await RowsAsync(context, batch, asked, cancellationToken);
                rows.RemoveAll(static row => row.DeletedAt is not null);
                rows.ForEach(row => SiteFacts.MarkDeleted(row, asked));
                return rows.Count;
            }, cancellationToken);
        }

        return removed;
    }

    /// <summary>All in one transaction: two sites may have swapped their references.</summary>
    public async Task<int> RenameAsync(IReadOnlyList<int> ids, SiteListing listing, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return 0;
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var rows = new List<Site>(ids.Count);
        foreach (var batch in ids.Chunk(Batch))
            rows.AddRange(await RowsAsync(context, batch, listing.Asked, cancellationToken));
        var taken = await TakenAsync(context, [.. rows.Select(row => listing.Sites[row.AuraId].Reference)], cancellationToken);
        var leaving = rows.Select(static row => row.AuraId).ToHashSet();
        rows.RemoveAll(row => taken.TryGetValue(listing.Sites[row.AuraId].Reference, out var holder) && !leaving.Contains(holder));

        // a blank in front: no reference can look like this
        rows.ForEach(static row => row.Reference = string.Create(CultureInfo.InvariantCulture, $" {row.AuraId}"));
        await context.SaveChangesAsync(cancellationToken);
        rows.ForEach(row => SiteFacts.Apply(row, listing.Sites[row.AuraId], listing.Asked));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    public async Task<int> ChangeAsync(IReadOnlyList<int> ids, SiteListing listing, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var batch in ids.Chunk(Batch))
        {
            changed += await WriteAsync(async context =>
            {
                var rows = await RowsAsync(context, batch, listing.Asked, cancellationToken);
                var taken = await TakenAsync(context, [.. rows.Select(row => listing.Sites[row.AuraId].Reference)], cancellationToken);
                return rows.Count(row =>
                {
                    var told = listing.Sites[row.AuraId];
                    return !(taken.TryGetValue(told.Reference, out var holder) && holder != row.AuraId) && SiteFacts.Apply(row, told, listing.Asked);
                });
            }, cancellationToken);
        }

        return changed;
    }

    public async Task<int> AddAsync(IReadOnlyList<AuraSite> sites, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var batch in sites.Chunk(Batch))
        {
            added += await WriteAsync(async context =>
            {
                var taken = await TakenAsync(context, [.. batch.Select(static site => site.Reference)], cancellationToken);
                var ids = batch.Select(static site => site.Id).ToList();
                var known = await context.Sites.Where(site => ids.Contains(site.AuraId)).Select(static site => site.AuraId).ToHashSetAsync(cancellationToken);
                var rows = batch.Where(site => !known.Contains(site.Id) && !taken.ContainsKey(site.Reference)).Select(site => NewRow(site, asked)).ToList();
                context.Sites.AddRange(rows);
                return rows.Count;
            }, cancellationToken);
        }

        return added;
    }

    /// <summary>Notes on every active row that AURA was seen to have it so; afterwards those missing are the only older ones.</summary>
    public async Task MarkReadAsync(IReadOnlyList<int> except, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await context.Sites.MaxAsync(static site => (int?)site.Id, cancellationToken) ?? 0;
        for (var from = 0; from <= last; from += Batch)
        {
            var (above, upTo) = (from, from + Batch);
            var left = except.Where(id => id > above && id <= upTo).ToList();
            using var turn = await gate.EnterAsync(cancellationToken);
            await context.Sites
                .Where(site => site.Id > above && site.Id <= upTo && site.DeletedAt == null && site.ReadAt < asked && !left.Contains(site.Id))
                .ExecuteUpdateAsync(change => change.SetProperty(static site => site.ReadAt, asked), cancellationToken);
        }
    }

    public static Site NewRow(AuraSite told, DateTimeOffset asked)
    {
        var row = new Site { Reference = told.Reference, Version = Guid.NewGuid() };
        SiteFacts.Apply(row, told, asked);
        return row;
    }

    /// <summary>Who holds these references among the active sites.</summary>
    private static async Task<Dictionary<string, long>> TakenAsync(
        ConsoleDbContext context, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, long>(StringComparer.Ordinal);
        // in parts: SQLite limits the parameters of a statement
        foreach (var batch in references.Chunk(Batch))
        {
            var holders = context.Sites.Where(site => site.DeletedAt == null && batch.Contains(site.Reference));
            foreach (var holder in await holders.Select(static site => new { site.Reference, site.AuraId }).ToListAsync(cancellationToken))
                taken[holder.Reference] = holder.AuraId;
        }

        return taken;
    }

    private static Task<List<Site>> RowsAsync(ConsoleDbContext context, int[] ids, DateTimeOffset asked, CancellationToken cancellationToken) =>
        context.Sites.Where(site => ids.Contains(site.Id) && site.ReadAt <= asked).ToListAsync(cancellationToken);

    private async Task<int> WriteAsync(Func<ConsoleDbContext, Task<int>> change, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var count = await change(context);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }
}
