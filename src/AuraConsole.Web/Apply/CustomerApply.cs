using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Apply;

/// <summary>The one path on which AURA's word changes customers and their subscriptions.</summary>
public static class CustomerApply
{
    /// <summary>Applies a delivery about a customer or a subscription. The answer is the customer to read from AURA for the rest.</summary>
    public static async Task<long?> EventAsync(CalloutSession session, AuraEvent happened, long deliveryId)
    {
        if (happened.Customer is { } told)
        {
            var customer = await CustomerAsync(session.Db, told, session.Now, session.CancellationToken);
            await NameCalloutsAsync(session, customer);
            if (customer.ErasedAt is not null)
                await CustomerTraces.BlankAsync(session.Db, deliveryId, session.CancellationToken);
            // a body may hold no more than the id
            return customer is { ErasedAt: null, Mobile: null } ? customer.AuraId : null;
        }
        if (happened.Subscription is not { } subscription)
            return null;
        var covered = await SubscriptionAsync(session, subscription);
        var isKnown = covered is null || session.Db.Customers.Local.Any(c => c.AuraId == covered)
            || await session.Db.Customers.AnyAsync(c => c.AuraId == covered, session.CancellationToken);
        return isKnown && subscription.ValidTo is not null ? null : covered;
    }

    public static async Task<Customer> CustomerAsync(ConsoleDbContext db, AuraCustomer told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = db.Customers.Local.FirstOrDefault(c => c.AuraId == told.Id)
            ?? await db.Customers.FirstOrDefaultAsync(c => c.AuraId == told.Id, cancellationToken);
        if (row is null)
            db.Customers.Add(row = new Customer { AuraId = told.Id });
        CustomerFacts.Merge(row, told, now);
        if (db.Entry(row).State == EntityState.Added || Differs(db, row))
            row.Version = Guid.NewGuid();
        return row;
    }

    /// <summary>What AURA listed for a customer takes the place of what was here.</summary>
    public static async Task SubscriptionsAsync(
        ConsoleDbContext db, long customerAuraId, IReadOnlyList<AuraSubscription> listed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db.CustomerSubscriptions.Where(s => s.CustomerAuraId == customerAuraId).ToListAsync(cancellationToken);
        db.CustomerSubscriptions.RemoveRange(rows.Where(row => listed.All(told => told.Id != row.AuraId)));
        foreach (var told in listed.DistinctBy(told => told.Id))
        {
            var row = rows.Find(row => row.AuraId == told.Id);
            if (row is null)
                db.CustomerSubscriptions.Add(row = new CustomerSubscription { AuraId = told.Id, CustomerAuraId = customerAuraId });
            CustomerFacts.Merge(row, told, now);
        }
    }

    /// <summary>One subscription as AURA answered, for its main member and those of the family who are here.</summary>
    public static async Task KeepAsync(ConsoleDbContext db, AuraSubscription told, long customerAuraId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db.CustomerSubscriptions.Where(s => s.AuraId == told.Id).ToListAsync(cancellationToken);
        rows.AddRange(db.CustomerSubscriptions.Local.Where(s => s.AuraId == told.Id && !rows.Contains(s)));
        if (rows.TrueForAll(row => row.CustomerAuraId != customerAuraId))
        {
            var row = new CustomerSubscription { AuraId = told.Id, CustomerAuraId = customerAuraId, MainAuraId = customerAuraId };
            db.CustomerSubscriptions.Add(row);
            rows.Add(row);
        }
        rows.ForEach(row => CustomerFacts.Merge(row, told, now));
    }

    private static async Task<long?> SubscriptionAsync(CalloutSession session, AuraSubscription told)
    {
        var id = told.CustomerId
            ?? await session.Db.CustomerSubscriptions.Where(s => s.AuraId == told.Id).Select(s => s.MainAuraId).FirstOrDefaultAsync(session.CancellationToken);
        if (id is { } customer)
            await KeepAsync(session.Db, told, customer, session.Now, session.CancellationToken);
        return id;
    }

    /// <summary>A callout may come before its customer does.</summary>
    public static async Task NameCalloutsAsync(CalloutSession session, Customer customer)
    {
        if (customer is not { ErasedAt: null, FullName: { } name })
            return;
        var nameless = await session.Db.Callouts
            .Where(c => c.CustomerAuraId == customer.AuraId && c.CustomerName == null && c.SiteId == null && c.SiteAuraId == null)
            .Select(c => c.AuraId).Take(100).ToListAsync(session.CancellationToken);
        foreach (var id in nameless)
        {
            if (await session.FindAsync(id) is { } callout)
                callout.CustomerName = name;
        }
    }

    /// <summary>Whether anything but the time of reading has changed.</summary>
    private static bool Differs(ConsoleDbContext db, Customer row) =>
        db.Entry(row).Properties.Any(property => property.Metadata.Name != nameof(Customer.ReadAt) && !Equals(property.CurrentValue, property.OriginalValue));
}
