using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Handovers;

/// <summary>A handover as somebody may see it.</summary>
/// <param name="Handover">With its receipts.</param>
/// <param name="Items">What of it may be seen.</param>
/// <param name="HasMore">There are items that this person may not see: somebody else has to receive those.</param>
public sealed record HandoverView(Handover Handover, IReadOnlyList<HandoverItem> Items, bool HasMore);

/// <summary>A line of the list of handovers. The counts are of what may be seen.</summary>
public sealed record HandoverLine(int Id, string OutgoingId, string OutgoingName, DateTimeOffset SignedAt, DateTimeOffset? ReceivedAt, DateTimeOffset? WithdrawnAt, string ReceivedBy, int Items, int Confirmed);

/// <summary>Reads handovers, narrowed in the database to what the user may see.</summary>
public sealed class HandoverQueries(IDbContextFactory<ConsoleDbContext> contexts, Scopes scopes)
{
    public const int Page = 50;

    /// <summary>Most that wait for somebody at once; each person has one at most.</summary>
    public const int MostOpen = 200;

    public async Task<HandoverView?> FindAsync(int id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (by, scope) = (Operator.From(user), scopes.Of(user));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var handover = await db.Handovers.AsNoTracking().Include(h => h.Receipts).Within(scope, by.Id).FirstOrDefaultAsync(h => h.Id == id, cancellationToken);
        if (handover is null)
            return null;
        var items = await db.HandoverItems.AsNoTracking().Where(i => i.HandoverId == id).Within(scope)
            .OrderBy(static i => i.Number).Take(Handover.MostItems).ToListAsync(cancellationToken);
        return new HandoverView(handover, items, await db.HandoverItems.CountAsync(i => i.HandoverId == id, cancellationToken) > items.Count);
    }

    /// <summary>Those that wait for somebody, the oldest first.</summary>
    public Task<IReadOnlyList<HandoverLine>> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => ListAsync(
        static handovers => handovers.Where(h => h.ReceivedAt == null && h.WithdrawnAt == null).OrderBy(static h => h.Id).Take(MostOpen), user, cancellationToken);

    /// <summary>Those that are over, the newest first; at most one more than a page, so that the reader sees whether there are older ones.</summary>
    /// <param name="before">Only older ones than this.</param>
    /// <param name="user">Who reads.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<IReadOnlyList<HandoverLine>> PastAsync(int? before, ClaimsPrincipal user, CancellationToken cancellationToken) => ListAsync(
        handovers => handovers.Where(h => (h.ReceivedAt != null || h.WithdrawnAt != null) && (before == null || h.Id < before))
            .OrderByDescending(static h => h.Id).Take(Page + 1), user, cancellationToken);

    private async Task<IReadOnlyList<HandoverLine>> ListAsync(Func<IQueryable<Handover>, IQueryable<Handover>> which, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (by, scope) = (Operator.From(user), scopes.Of(user));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = db.HandoverItems.Within(scope);
        var lines = await which(db.Handovers.AsNoTracking().Within(scope, by.Id))
            .Select(h => new
            {
                h.Id,
                h.OutgoingId,
                h.OutgoingName,
                h.SignedAt,
                h.ReceivedAt,
                h.WithdrawnAt,
                Receipts = h.Receipts.Select(static r => r.UserName).ToList(),
                Items = seen.Count(i => i.HandoverId == h.Id),
                Confirmed = seen.Count(i => i.HandoverId == h.Id && i.ConfirmedById != null),
            }).ToListAsync(cancellationToken);
        return [.. lines.Select(static h => new HandoverLine(
            h.Id, h.OutgoingId, h.OutgoingName, h.SignedAt, h.ReceivedAt, h.WithdrawnAt, string.Join(", ", h.Receipts), h.Items, h.Confirmed))];
    }
}
