using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Upkeep.Retention;

/// <summary>What is too old, and how it goes: a small batch at a time, so that no delivery waits behind a large one.</summary>
internal static class RetentionRules
{
    public const int Batch = 200;

    public static TimeSpan AgeOf(RetentionKind kind, RetentionOptions options) => kind switch
    {
        RetentionKind.Deliveries => options.Deliveries,
        RetentionKind.Callouts => options.Callouts,
        RetentionKind.Commands => options.Commands,
        RetentionKind.SoundTests => options.SoundTests,
        RetentionKind.DeliveryHours => options.DeliveryHours,
        RetentionKind.Firings => options.Firings,
        _ => options.Handovers,
    };

    public static Task<int> CountAsync(ConsoleDbContext db, RetentionKind kind, DateTimeOffset before, CancellationToken cancellationToken) => kind switch
    {
        RetentionKind.Deliveries => Deliveries(db, before).CountAsync(cancellationToken),
        RetentionKind.Callouts => Callouts(db, before).CountAsync(cancellationToken),
        RetentionKind.Commands => Commands(db, before).CountAsync(cancellationToken),
        RetentionKind.SoundTests => SoundTests(db, before).CountAsync(cancellationToken),
        RetentionKind.DeliveryHours => Hours(db, before).CountAsync(cancellationToken),
        RetentionKind.Firings => Firings(db, before).CountAsync(cancellationToken),
        _ => Handovers(db, before).CountAsync(cancellationToken),
    };

    /// <summary>Removes at most one batch inside the caller's transaction. Returns how many of the kind went.</summary>
    public static Task<int> RemoveAsync(ConsoleDbContext db, RetentionKind kind, DateTimeOffset before, CancellationToken cancellationToken) => kind switch
    {
        RetentionKind.Deliveries => RemoveDeliveriesAsync(db, before, cancellationToken),
        RetentionKind.Callouts => RemoveCalloutsAsync(db, before, cancellationToken),
        RetentionKind.Commands => Commands(db, before).OrderBy(c => c.AskedAt).Take(Batch).ExecuteDeleteAsync(cancellationToken),
        RetentionKind.SoundTests => SoundTests(db, before).OrderBy(t => t.Id).Take(Batch).ExecuteDeleteAsync(cancellationToken),
        RetentionKind.DeliveryHours => Hours(db, before).OrderBy(h => h.Hour).Take(Batch).ExecuteDeleteAsync(cancellationToken),
        RetentionKind.Firings => Firings(db, before).OrderBy(f => f.Id).Take(Batch).ExecuteDeleteAsync(cancellationToken),
        // its items and receipts go with it
        _ => Handovers(db, before).OrderBy(h => h.Id).Take(Batch).ExecuteDeleteAsync(cancellationToken),
    };

    private static IQueryable<Delivery> Deliveries(ConsoleDbContext db, DateTimeOffset before) =>
        db.Deliveries.Where(d => d.ReceivedAt < before && (d.Status == DeliveryStatus.Applied || d.Status == DeliveryStatus.Ignored));

    private static IQueryable<Callout> Callouts(ConsoleDbContext db, DateTimeOffset before) =>
        db.Callouts.Where(c => c.Stage == CalloutStage.Closed && c.ClosedAt < before);

    private static IQueryable<Command> Commands(ConsoleDbContext db, DateTimeOffset before) => db.Commands.Where(c =>
        c.AskedAt < before && c.CalloutAuraId == null
        && c.State != CommandState.Recorded && c.State != CommandState.Sending && c.State != CommandState.Unknown);

    private static IQueryable<SoundTest> SoundTests(ConsoleDbContext db, DateTimeOffset before) => db.SoundTests.Where(t => t.At < before);

    private static IQueryable<DeliveryHour> Hours(ConsoleDbContext db, DateTimeOffset before) => db.DeliveryHours.Where(h => h.Hour < before);

    private static IQueryable<EscalationFiring> Firings(ConsoleDbContext db, DateTimeOffset before) =>
        db.EscalationFirings.Where(f => f.FiredAt < before && f.EndedAt != null);

    private static IQueryable<Handover> Handovers(ConsoleDbContext db, DateTimeOffset before) =>
        db.Handovers.Where(h => h.SignedAt < before && (h.ReceivedAt != null || h.WithdrawnAt != null));

    /// <summary>The ledger of each hour is told how many went, or it would call them lost.</summary>
    private static async Task<int> RemoveDeliveriesAsync(ConsoleDbContext db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = await Deliveries(db, before).OrderBy(d => d.ReceivedAt).Take(Batch).Select(d => new { d.Id, d.ReceivedAt }).ToListAsync(cancellationToken);
        foreach (var group in old.GroupBy(d => DeliveryCounts.HourOf(d.ReceivedAt)))
        {
            var hour = await db.DeliveryHours.FindAsync([group.Key], cancellationToken) ?? db.DeliveryHours.Add(new DeliveryHour { Hour = group.Key }).Entity;
            hour.Removed += group.Count();
        }
        var ids = old.ConvertAll(static d => d.Id);
        await db.SaveChangesAsync(cancellationToken);
        return await db.Deliveries.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<int> RemoveCalloutsAsync(ConsoleDbContext db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = await Callouts(db, before).OrderBy(c => c.ClosedAt).Take(Batch).Select(c => new { c.Id, c.AuraId }).ToListAsync(cancellationToken);
        var ids = old.ConvertAll(static c => c.Id);
        var auraIds = old.ConvertAll(static c => (long?)c.AuraId);
        await db.Entries.Where(e => ids.Contains(e.CalloutId)).ExecuteDeleteAsync(cancellationToken);
        await db.Closures.Where(c => ids.Contains(c.CalloutId)).ExecuteDeleteAsync(cancellationToken);
        await db.PlanTicks.Where(t => ids.Contains(t.CalloutId)).ExecuteDeleteAsync(cancellationToken);
        await db.Commands.Where(c => auraIds.Contains(c.CalloutAuraId)).ExecuteDeleteAsync(cancellationToken);
        return await db.Callouts.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
