using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.History.Reading;

/// <summary>A delivery as history shows it: what came, and what became of it; its body only on demand.</summary>
public sealed record HistoryDelivery(long Id, string Event, DateTimeOffset ReceivedAt, DeliveryStatus Status, int Repeats, int Attempts, string? Reason, int Length);

/// <summary>What stands behind a callout's timeline.</summary>
public sealed record CalloutRecords(IReadOnlyList<CommandView> Commands, IReadOnlyList<HistoryDelivery> Deliveries);

/// <summary>Reads a callout's commands and deliveries. A delivery's raw body may hold what tells who a customer is: each reading is audited.</summary>
public sealed class HistoryRecords(IDbContextFactory<ConsoleDbContext> contexts, AuditLog audit)
{
    public const int Most = 500;

    /// <summary>Null for a callout that is unknown, or not to be seen.</summary>
    public async Task<CalloutRecords?> ReadAsync(long auraId, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await IdAsync(db, auraId, scope, cancellationToken) is not { } id)
            return null;
        var commands = await Commands(db, auraId).ToListAsync(cancellationToken);
        var ids = await AppliedIds(db, id).ToListAsync(cancellationToken);
        var applied = await Applied(db, ids).ToListAsync(cancellationToken);
        var others = await NotApplied(db, auraId).ToListAsync(cancellationToken);
        return new CalloutRecords(
            [.. commands.OrderByDescending(static command => command.AskedAt).Select(CommandView.Of)],
            [.. applied.Concat(others).DistinctBy(static delivery => delivery.Id).OrderByDescending(static delivery => delivery.Id)]);
    }

    /// <summary>A delivery's body as text, put into lines; null when it is not this callout's. Audited before it is given away.</summary>
    public async Task<string?> BodyAsync(long auraId, long deliveryId, Operator by, Scope scope, CancellationToken cancellationToken)
    {
        byte[]? body;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await IdAsync(db, auraId, scope, cancellationToken) is not { } id)
                return null;
            body = await db.Deliveries.AsNoTracking()
                .Where(d => d.Id == deliveryId
                    && (db.Entries.Any(e => e.CalloutId == id && e.DeliveryId == deliveryId) || (d.EntityKind == "callout" && d.EntityId == auraId)))
                .Select(static d => d.Body).FirstOrDefaultAsync(cancellationToken);
        }
        if (body is null)
            return null;
        await audit.WriteAsync(by, new AuditNote(DeliveryReading.Kind, DeliveryReading.Subject(deliveryId), FormattableString.Invariant($"Callout: {auraId}")), cancellationToken);
        return DeliveryReading.InLines(body);
    }

    internal static IQueryable<Command> Commands(ConsoleDbContext db, long auraId) =>
        db.Commands.AsNoTracking().Include(static command => command.Site).Where(command => command.CalloutAuraId == auraId).Take(Most);

    /// <summary>Every delivery that was applied left an entry; the newest ones.</summary>
    internal static IQueryable<long> AppliedIds(ConsoleDbContext db, int calloutId) => db.Entries.AsNoTracking()
        .Where(entry => entry.CalloutId == calloutId && entry.DeliveryId != null)
        .OrderByDescending(static entry => entry.At).Take(Most).Select(static entry => entry.DeliveryId!.Value);

    internal static IQueryable<HistoryDelivery> Applied(ConsoleDbContext db, List<long> ids) => db.Deliveries.AsNoTracking()
        .Where(delivery => ids.Contains(delivery.Id)).Select(static delivery => new HistoryDelivery(
            delivery.Id, delivery.Event, delivery.ReceivedAt, delivery.Status, delivery.Repeats, delivery.Attempts, delivery.Reason, delivery.Body.Length));

    /// <summary>The others; one that still waits is not history yet.</summary>
    internal static IQueryable<HistoryDelivery> NotApplied(ConsoleDbContext db, long auraId) => db.Deliveries.FromSql(
            $"""SELECT * FROM "Deliveries" INDEXED BY "IX_Deliveries_NotApplied" WHERE "Status" IN ('Ignored', 'SetAside') AND "EntityId" = {auraId} AND "EntityKind" = 'callout'""")
        .AsNoTracking().Take(Most).Select(static delivery => new HistoryDelivery(
            delivery.Id, delivery.Event, delivery.ReceivedAt, delivery.Status, delivery.Repeats, delivery.Attempts, delivery.Reason, delivery.Body.Length));

    private static Task<int?> IdAsync(ConsoleDbContext db, long auraId, Scope scope, CancellationToken cancellationToken) =>
        db.Callouts.AsNoTracking().Within(scope).Where(callout => callout.AuraId == auraId).Select(static callout => (int?)callout.Id).FirstOrDefaultAsync(cancellationToken);
}
