using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Admin.Deliveries;

/// <summary>Puts deliveries back into the queue. One that was applied never goes through again: it would stand in the timeline twice.</summary>
public sealed class DeliveryReplay(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, InboxDoorbell doorbell, UpstreamStatus upstream)
{
    /// <summary>False: it is applied already, or waits for its turn anyway.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<bool> ReplayAsync(long id, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await ReplayAsync(
            deliveries => deliveries.Where(d => d.Id == id && (d.Status == DeliveryStatus.SetAside || d.Status == DeliveryStatus.Ignored)),
            DeliveryReading.Subject(id), Operator.Admin(user), cancellationToken) > 0;

    /// <summary>Returns how many.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public Task<int> ReplaySetAsideAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ReplayAsync(deliveries => deliveries.Where(d => d.Status == DeliveryStatus.SetAside), "deliveries", Operator.Admin(user), cancellationToken);

    private async Task<int> ReplayAsync(
        Func<IQueryable<Delivery>, IQueryable<Delivery>> which, string subject, Operator by, CancellationToken cancellationToken)
    {
        int replayed;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            replayed = await which(db.Deliveries).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeliveryStatus.Pending).SetProperty(d => d.Attempts, 0)
                .SetProperty(d => d.NextAttemptAt, (DateTimeOffset?)null).SetProperty(d => d.SettledAt, (DateTimeOffset?)null), cancellationToken);
            if (replayed == 0)
                return 0;
            await audit.AddAsync(db, by, new AuditNote("delivery.replayed", subject, FormattableString.Invariant($"count: {replayed}")), cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            upstream.SetAside(await db.Deliveries.CountAsync(d => d.Status == DeliveryStatus.SetAside, CancellationToken.None));
        }
        doorbell.Ring();
        return replayed;
    }
}
