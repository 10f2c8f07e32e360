using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Customers.Showing;

/// <summary>What the pages read. Everything takes the reader's scope: beyond it there is nobody.</summary>
public sealed class CustomerQueries(IDbContextFactory<ConsoleDbContext> contexts, IOptions<CustomersOptions> options, TimeProvider time)
{
    public const int MostLines = 200;
    public const int MostCallouts = 10;

    /// <summary>A part of the list, and how many there are in all.</summary>
    public async Task<ListStretch<CustomerLine>> ListAsync(CustomerListQuery query, Scope scope, int skip, int take, CancellationToken cancellationToken)
    {
        if (!scope.Covers(null))
            return new ListStretch<CustomerLine>([], 0);
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var customers = CustomerSearch.Matching(db.Customers.AsNoTracking(), query.Text);
        if (!query.WithDeleted)
            customers = customers.Where(static customer => customer.DeletedAt == null);
        customers = InState(db, customers, query.State, now, now + options.Value.ExpiringWithin);
        var total = await customers.CountAsync(cancellationToken);
        var page = await customers
            .OrderBy(static customer => EF.Functions.Collate(customer.Name ?? "~", "NOCASE")).ThenBy(static customer => customer.Id)
            .Skip(Math.Max(skip, 0)).Take(Math.Clamp(take, 1, MostLines)).ToListAsync(cancellationToken);
        var ids = page.ConvertAll(static customer => customer.AuraId);
        var subscriptions = (await db.CustomerSubscriptions.AsNoTracking().Where(one => ids.Contains(one.CustomerAuraId)).ToListAsync(cancellationToken))
            .ToLookup(static one => one.CustomerAuraId);
        return new ListStretch<CustomerLine>(page.ConvertAll(customer => LineOf(customer, [.. subscriptions[customer.AuraId]], now)), total);
    }

    public async Task<CustomerView?> FindAsync(int id, Scope scope, CancellationToken cancellationToken)
    {
        if (!scope.Covers(null))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = await db.Customers.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (customer is null)
            return null;
        var subscriptions = await db.CustomerSubscriptions.AsNoTracking().Where(one => one.CustomerAuraId == customer.AuraId)
            .OrderByDescending(static one => one.ValidTo).ThenByDescending(static one => one.AuraId).Take(MostLines).ToListAsync(cancellationToken);
        var callouts = await db.Callouts.AsNoTracking().Where(callout => callout.CustomerAuraId == customer.AuraId)
            .OrderByDescending(static callout => callout.FirstSeenAt).Take(MostCallouts).ToListAsync(cancellationToken);
        var patrols = await CustomerPatrols.AreComingAsync(db, customer.AuraId, time.GetUtcNow(), cancellationToken);
        return new CustomerView(customer, subscriptions, callouts, patrols);
    }

    private CustomerLine LineOf(Customer customer, IReadOnlyCollection<CustomerSubscription> subscriptions, DateTimeOffset now) => new(
        customer.Id, customer.AuraId, CustomerMask.Name(customer), CustomerMask.Mobile(customer.Mobile), customer.Reference,
        SubscriptionStates.Of(subscriptions, now, options.Value.ExpiringWithin), SubscriptionStates.Until(subscriptions, now),
        customer.DeletedAt is not null, customer.ErasedAt is not null);

    /// <summary>The rule of <see cref="SubscriptionStates"/> as a question to the database.</summary>
    private static IQueryable<Customer> InState(
        ConsoleDbContext db, IQueryable<Customer> customers, SubscriptionState? state, DateTimeOffset now, DateTimeOffset soon)
    {
        if (state is null)
            return customers;
        // of those who are gone no subscription covers anybody
        customers = customers.Where(static customer => customer.DeletedAt == null);
        var valid = db.CustomerSubscriptions.Where(one => !one.IsCancelled && one.ValidFrom <= now && now <= one.ValidTo);
        var lasting = valid.Where(one => one.ValidTo > soon);
        var later = db.CustomerSubscriptions.Where(one => !one.IsCancelled && one.ValidFrom > now && one.ValidTo >= now);
        switch (state)
        {
            case SubscriptionState.Active:
                return customers.Where(customer => lasting.Any(one => one.CustomerAuraId == customer.AuraId));
            case SubscriptionState.Expiring:
                return customers.Where(customer => valid.Any(one => one.CustomerAuraId == customer.AuraId) && !lasting.Any(one => one.CustomerAuraId == customer.AuraId));
        }
        customers = customers.Where(customer => !valid.Any(one => one.CustomerAuraId == customer.AuraId));
        if (state == SubscriptionState.Upcoming)
            return customers.Where(customer => later.Any(one => one.CustomerAuraId == customer.AuraId));
        customers = customers.Where(customer => !later.Any(one => one.CustomerAuraId == customer.AuraId));
        return state switch
        {
            SubscriptionState.None => customers.Where(customer => !db.CustomerSubscriptions.Any(one => one.CustomerAuraId == customer.AuraId)),
            _ => customers.Where(customer => db.CustomerSubscriptions.Where(one => one.CustomerAuraId == customer.AuraId)
                .OrderByDescending(one => one.ValidTo).Select(one => (bool?)one.IsCancelled).FirstOrDefault() == (state == SubscriptionState.Cancelled)),
        };
    }
}

/// <summary>A customer with subscriptions, the last to end first, the latest callouts, and whether a patrol is still to come.</summary>
public sealed record CustomerView(Customer Customer, IReadOnlyList<CustomerSubscription> Subscriptions, IReadOnlyList<Callout> Callouts, bool HasPatrols);
