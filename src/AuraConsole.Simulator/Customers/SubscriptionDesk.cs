using AuraConsole.Simulator.State;
using AuraConsole.Simulator.Webhooks;

namespace AuraConsole.Simulator.Customers;

/// <summary>Activates, renews and cancels subscriptions, each with its delivery, under the source's lock.</summary>
internal sealed class SubscriptionDesk(SimulatorState state, DeliveryQueue deliveries, TimeProvider time)
{
    private const int DependantLimit = 20;

    /// <summary>Starts a subscription; a customer has one active at a time.</summary>
    public (SimulatedSubscription? Subscription, Refusal? Refusal) Activate(SourceState source, long customerId, SubscriptionTerms terms)
    {
        lock (source.Gate)
        {
            if (source.Customers.Customer(customerId) is null) return (null, Refusal.NotFound("Customer"));
            if (Check(source, terms) is { } refusal) return (null, refusal);
            var now = time.GetUtcNow();
            if (source.Customers.SubscriptionsOf(customerId).Any(one => one.CustomerId == customerId && one.IsActive(now)))
            {
                return (null, Refusal.Conflict("The customer already has an active subscription"));
            }

            return (Open(source, customerId, terms), null);
        }
    }

    /// <summary>Changes the terms; what has lapsed or was cancelled stays so (/overview/core-concepts/subscriptions).</summary>
    public (SimulatedSubscription? Subscription, Refusal? Refusal) Renew(SourceState source, long id, SubscriptionTerms terms)
    {
        lock (source.Gate)
        {
            if (source.Customers.Subscription(id) is not { } old) return (null, Refusal.NotFound("Subscription"));
            if (old.IsOver(time.GetUtcNow()))
            {
                return (null, Refusal.Invalid("A lapsed or cancelled subscription cannot be revived; create a new one"));
            }

            var wanted = terms with
            {
                TypeId = terms.TypeId ?? old.TypeId,
                ValidFrom = terms.ValidFrom ?? old.ValidFrom,
                ValidTo = terms.ValidTo ?? old.ValidTo,
            };
            if (Check(source, wanted) is { } refusal) return (null, refusal);
            var renewed = old with
            {
                TypeId = wanted.TypeId.Value,
                ValidFrom = wanted.ValidFrom.Value,
                ValidTo = wanted.ValidTo.Value,
                DependantIds = terms.DependantIds ?? old.DependantIds,
            };
            source.Customers.Put(renewed);
            deliveries.Add(source, EventNames.SubscriptionUpdated, renewed);
            return (renewed, null);
        }
    }

    /// <summary>Ends a subscription at once.</summary>
    public Refusal? Cancel(SourceState source, long id)
    {
        lock (source.Gate)
        {
            if (source.Customers.Subscription(id) is not { } subscription) return Refusal.NotFound("Subscription");
            if (subscription.CancelledAt is not null)
            {
                deliveries.Add(source, EventNames.SubscriptionCancelFailed, subscription);
                return Refusal.Conflict("The subscription is already cancelled");
            }

            var cancelled = subscription with { CancelledAt = time.GetUtcNow() };
            source.Customers.Put(cancelled);
            deliveries.Add(source, EventNames.SubscriptionCancelled, cancelled);
            return null;
        }
    }

    /// <summary>What is wrong with the terms. Dates that are left out are today and a year later.</summary>
    public Refusal? Check(SourceState source, SubscriptionTerms terms)
    {
        if (terms.TypeId is not { } type || !SubscriptionTypes.IsKnown(type)) return Refusal.Invalid("subscriptionTypeId is not known");
        var from = terms.ValidFrom ?? time.GetUtcNow();
        if ((terms.ValidTo ?? from.AddYears(1)) <= from) return Refusal.Invalid("validTo must be after validFrom");
        if (terms.DependantIds is { Count: > DependantLimit }) return Refusal.Invalid("dependantCustomerIds are too many");
        if (terms.DependantIds?.Any(id => source.Customers.Customer(id) is null) == true)
        {
            return Refusal.Invalid("dependantCustomerIds must be customers");
        }

        return source.Customers.IsFullOfSubscriptions ? Refusal.Full("subscriptions") : null;
    }

    /// <summary>Starts a subscription whose terms were checked.</summary>
    public SimulatedSubscription Open(SourceState source, long customerId, SubscriptionTerms terms)
    {
        var from = terms.ValidFrom ?? time.GetUtcNow();
        var subscription = new SimulatedSubscription
        {
            Id = state.Ids.Next(),
            CustomerId = customerId,
            TypeId = terms.TypeId!.Value,
            ValidFrom = from,
            ValidTo = terms.ValidTo ?? from.AddYears(1),
            DependantIds = terms.DependantIds ?? [],
        };
        source.Customers.Put(subscription);
        deliveries.Add(source, EventNames.SubscriptionCreated, subscription);
        return subscription;
    }

    /// <summary>Whether a subscription is active and takes another dependant.</summary>
    public bool CanJoin(SourceState source, long id) =>
        source.Customers.Subscription(id) is { } known && known.IsActive(time.GetUtcNow()) && known.DependantIds.Count < DependantLimit;

    /// <summary>Covers a customer by a subscription that <see cref="CanJoin"/>.</summary>
    public void Join(SourceState source, long id, long customerId)
    {
        var old = source.Customers.Subscription(id)!;
        var joined = old with { DependantIds = [.. old.DependantIds, customerId] };
        source.Customers.Put(joined);
        deliveries.Add(source, EventNames.SubscriptionUpdated, joined);
    }
}

/// <summary>What a subscription is asked to be; null leaves it at its default or as it was.</summary>
internal sealed record SubscriptionTerms(
    long? TypeId, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo, IReadOnlyList<long>? DependantIds);
