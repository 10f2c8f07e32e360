using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>Reads and keeps single rows for the commands, each change with its audit record: both or neither.</summary>
public sealed class CustomerRows(
    IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, AuditLog audit, CustomerFeed feed)
{
    public async Task<Customer?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == id, cancellationToken);
    }

    public async Task<Customer?> FindAsync(string mobile, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.DeletedAt == null && customer.Mobile == mobile, cancellationToken);
    }

    public async Task<CustomerSubscription?> SubscriptionAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CustomerSubscriptions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
    }

    /// <summary>Keeps a customer as AURA answered; what AURA left out, as it was sent.</summary>
    /// <remarks>Not to be torn off once AURA has agreed, so without a token.</remarks>
    public Task<Customer> KeepAsync(AuraCustomer told, CustomerDetails? sent, Operator? by, string? kind, string? detail = null, bool edited = true) =>
        WriteAsync(by, kind, detail, async session =>
        {
            var row = await CustomerApply.CustomerAsync(session.Db, told, session.Now, CancellationToken.None);
            if (sent is not null && row.ErasedAt is null)
                Take(row, sent, told);
            // whoever edits it elsewhere shall hear of this, also when AURA answered exactly what was sent
            if (edited)
                row.Version = Guid.NewGuid();
            if (told.Subscription is { } subscription)
                await CustomerApply.KeepAsync(session.Db, subscription, told.Id, session.Now, CancellationToken.None);
            await CustomerApply.NameCalloutsAsync(session, row);
            return row;
        });

    public Task<Customer> MarkDeletedAsync(int id, Operator by, string? detail = null) => WriteAsync(by, CustomerAudit.Deleted, detail, async session =>
    {
        var row = await session.Db.Customers.FirstAsync(customer => customer.Id == id);
        row.DeletedAt ??= session.Now;
        row.ReadAt = session.Now;
        row.Version = Guid.NewGuid();
        return row;
    });

    public Task<Customer> KeepAsync(Customer customer, AuraSubscription told, Operator by, string kind) => WriteAsync(
        by, kind, FormattableString.Invariant($"subscription {told.Id}"), async session =>
        {
            await CustomerApply.KeepAsync(session.Db, told, customer.AuraId, session.Now, CancellationToken.None);
            return await session.Db.Customers.FirstAsync(one => one.Id == customer.Id);
        });

    /// <summary>AURA's list takes the place of ours.</summary>
    public Task<Customer> KeepAsync(Customer customer, IReadOnlyList<AuraSubscription> listed, Operator? by, string? kind, string? detail) =>
        WriteAsync(by, kind, detail, async session =>
        {
            await CustomerApply.SubscriptionsAsync(session.Db, customer.AuraId, listed, session.Now, CancellationToken.None);
            return await session.Db.Customers.FirstAsync(one => one.Id == customer.Id);
        });

    /// <summary>AURA has cancelled it, and answers a cancellation with no date.</summary>
    public Task<Customer> MarkCancelledAsync(Customer customer, long subscriptionAuraId, Operator by) => WriteAsync(
        by, CustomerAudit.Cancelled, FormattableString.Invariant($"subscription {subscriptionAuraId}"), async session =>
        {
            await foreach (var row in session.Db.CustomerSubscriptions.Where(one => one.AuraId == subscriptionAuraId).AsAsyncEnumerable())
                (row.IsCancelled, row.CancelledAt) = (true, row.CancelledAt ?? session.Now);
            return await session.Db.Customers.FirstAsync(one => one.Id == customer.Id);
        });

    public Task AuditAsync(Operator by, string kind, Customer? customer, string? detail) =>
        audit.WriteAsync(by, new AuditNote(kind, customer is null ? "customer:new" : CustomerAudit.Subject(customer.Id), detail), CancellationToken.None);

    /// <param name="by">Who; null for the console itself.</param>
    /// <param name="kind">Null: not for the audit, because nobody asked for it.</param>
    /// <param name="detail">For the audit.</param>
    /// <param name="change">Its answer is the customer that it is about.</param>
    private async Task<Customer> WriteAsync(Operator? by, string? kind, string? detail, Func<CalloutSession, Task<Customer>> change)
    {
        var row = await writer.WriteAsync(async session =>
        {
            var row = await change(session);
            if (kind is null)
                return row;
            // a new row has its number only now
            await session.Db.SaveChangesAsync(CancellationToken.None);
            await audit.AddAsync(session.Db, by, new AuditNote(kind, CustomerAudit.Subject(row.Id), detail), CancellationToken.None);
            return row;
        }, CancellationToken.None);
        feed.Publish();
        return row;
    }

    private static void Take(Customer row, CustomerDetails sent, AuraCustomer told)
    {
        row.Name = told.Name ?? sent.Name;
        row.Surname = told.Surname ?? sent.Surname;
        row.Mobile = told.Mobile ?? sent.Mobile;
        row.Reference = told.Reference ?? sent.Reference;
        row.Email = told.Email ?? sent.Email;
        row.VehicleMake = told.VehicleMake ?? sent.VehicleMake;
        row.VehicleModel = told.VehicleModel ?? sent.VehicleModel;
        row.VehicleColour = told.VehicleColour ?? sent.VehicleColour;
        row.VehicleLicensePlate = told.VehicleLicensePlate ?? sent.VehicleLicensePlate;
    }
}
