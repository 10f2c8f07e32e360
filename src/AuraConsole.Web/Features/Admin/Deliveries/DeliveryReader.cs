using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Admin.Deliveries;

/// <summary>A line of the list.</summary>
public sealed record DeliveryLine(
    long Id, DateTimeOffset ReceivedAt, string Event, string? EntityKind, long? EntityId, DeliveryStatus Status, string? Reason, int Repeats, int Attempts);

/// <summary>Looks into the inbox for an admin.</summary>
public sealed class DeliveryReader(IDbContextFactory<ConsoleDbContext> contexts, DeliveryLedger ledger, AuditLog audit, TimeProvider time)
{
    public const int PageSize = 100;
    public const int LedgerHours = 48;

    // a raw query knows nothing of the model: the status comes as the text that it is stored as
    private sealed record Counted(long Hour, string Status, int Count);

    /// <summary>The hours before <paramref name="end"/>, newest first; hours in which nothing came are left out.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<IReadOnlyList<LedgerHour>> LedgerAsync(DateTimeOffset end, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await ledger.WriteAsync(cancellationToken);
        var (from, now) = (DeliveryCounts.HourOf(end).AddHours(-LedgerHours), DeliveryCounts.HourOf(time.GetUtcNow()));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counted = await db.DeliveryHours.AsNoTracking().Where(hour => hour.Hour >= from && hour.Hour < end).ToDictionaryAsync(hour => hour.Hour, cancellationToken);
        // instants are stored as ticks; the index on instant and status answers this alone
        var stored = await db.Database.SqlQuery<Counted>($"""
            SELECT "ReceivedAt" / {TimeSpan.TicksPerHour} AS "Hour", "Status", count(*) AS "Count" FROM "Deliveries"
            WHERE "ReceivedAt" >= {from.UtcTicks} AND "ReceivedAt" < {end.UtcTicks} GROUP BY 1, 2
            """).ToListAsync(cancellationToken);
        var byHour = stored.ToLookup(line => new DateTimeOffset(line.Hour * TimeSpan.TicksPerHour, TimeSpan.Zero));
        return [.. counted.Keys.Union(byHour.Select(group => group.Key)).OrderDescending().Select(hour => new LedgerHour(
            counted.GetValueOrDefault(hour) ?? new DeliveryHour { Hour = hour }, CountOf(hour, DeliveryStatus.Applied), CountOf(hour, DeliveryStatus.Ignored),
            CountOf(hour, DeliveryStatus.SetAside), CountOf(hour, DeliveryStatus.Pending), hour < now))];

        int CountOf(DateTimeOffset hour, DeliveryStatus status) => byHour[hour].Where(line => line.Status == status.ToString()).Sum(line => line.Count);
    }

    /// <summary>Newest first.</summary>
    /// <param name="status">Only these; null for all.</param>
    /// <param name="hour">Only of this hour; null for all.</param>
    /// <param name="before">Older than this one: where the page before ended.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<(IReadOnlyList<DeliveryLine> Lines, bool HasOlder)> ListAsync(
        DeliveryStatus? status, DateTimeOffset? hour, long? before, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var deliveries = db.Deliveries.AsNoTracking();
        if (status is not null)
            deliveries = deliveries.Where(d => d.Status == status);
        if (hour is { } from)
        {
            var until = from.AddHours(1);
            deliveries = deliveries.Where(d => d.ReceivedAt >= from && d.ReceivedAt < until);
        }
        if (before is not null)
            deliveries = deliveries.Where(d => d.Id < before);
        var read = await deliveries.OrderByDescending(d => d.Id).Take(PageSize + 1)
            .Select(d => new DeliveryLine(d.Id, d.ReceivedAt, d.Event, d.EntityKind, d.EntityId, d.Status, d.Reason, d.Repeats, d.Attempts)).ToListAsync(cancellationToken);
        return ([.. read.Take(PageSize)], read.Count > PageSize);
    }

    /// <summary>The whole of one; that it was read is audited, because a body may name people. Null when there is none.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<Delivery?> ReadAsync(long id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Deliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } delivery)
            return null;
        await audit.WriteAsync(by, new AuditNote(DeliveryReading.Kind, DeliveryReading.Subject(id)), cancellationToken);
        return delivery;
    }

    /// <summary>Whether it waits for its turn.</summary>
    public async Task<bool> IsPendingAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Deliveries.AnyAsync(delivery => delivery.Id == id && delivery.Status == DeliveryStatus.Pending, cancellationToken);
    }
}
