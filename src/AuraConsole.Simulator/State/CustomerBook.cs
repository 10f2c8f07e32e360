namespace AuraConsole.Simulator.State;

/// <summary>The customers and subscriptions of a source.</summary>
public sealed class CustomerBook
{
    private const int CustomerCapacity = 10_000;
    private const int SubscriptionCapacity = 20_000;

    private readonly Lock _gate;
    private readonly SortedDictionary<long, SimulatedCustomer> _customers = [];
    private readonly Dictionary<string, long> _byMobile = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, SimulatedSubscription> _subscriptions = [];

    /// <param name="gate">The source's lock, so that a change and its delivery are one act.</param>
    internal CustomerBook(Lock gate) => _gate = gate;

    /// <summary>The customers that were not deleted, by id.</summary>
    public IReadOnlyList<SimulatedCustomer> All
    {
        get
        {
            lock (_gate) return [.. _customers.Values.Where(static customer => customer.DeletedAt is null)];
        }
    }

    internal bool IsFull
    {
        get
        {
            lock (_gate) return _customers.Count >= CustomerCapacity;
        }
    }

    internal bool IsFullOfSubscriptions
    {
        get
        {
            lock (_gate) return _subscriptions.Count >= SubscriptionCapacity;
        }
    }

    /// <summary>A customer that was not deleted.</summary>
    public SimulatedCustomer? Customer(long id)
    {
        lock (_gate) return _customers.GetValueOrDefault(id) is { DeletedAt: null } customer ? customer : null;
    }

    /// <summary>A subscription.</summary>
    public SimulatedSubscription? Subscription(long id)
    {
        lock (_gate) return _subscriptions.GetValueOrDefault(id);
    }

    /// <summary>The subscriptions that cover a customer, oldest first.</summary>
    public IReadOnlyList<SimulatedSubscription> SubscriptionsOf(long customerId)
    {
        lock (_gate) return [.. _subscriptions.Values.Where(subscription => subscription.Covers(customerId))];
    }

    /// <summary>The subscription that covers a customer at a moment.</summary>
    public SimulatedSubscription? ActiveOf(long customerId, DateTimeOffset now) =>
        SubscriptionsOf(customerId).FirstOrDefault(subscription => subscription.IsActive(now));

    internal bool IsTaken(string mobile, long? exceptId = null)
    {
        lock (_gate) return _byMobile.TryGetValue(mobile, out var holder) && holder != exceptId;
    }

    internal void Put(SimulatedCustomer customer)
    {
        lock (_gate)
        {
            if (_customers.TryGetValue(customer.Id, out var old)) _byMobile.Remove(old.Mobile);
            if (customer.DeletedAt is null) _byMobile[customer.Mobile] = customer.Id;
            _customers[customer.Id] = customer;
        }
    }

    internal void Put(SimulatedSubscription subscription)
    {
        lock (_gate) _subscriptions[subscription.Id] = subscription;
    }
}
