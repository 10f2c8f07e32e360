using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Data;

/// <summary>How a customer stands, derived from dates and cancellations: AURA's subscriptions have no status.</summary>
public enum SubscriptionState
{
    /// <summary>No subscription is known.</summary>
    None,

    /// <summary>One is valid now.</summary>
    Active,

    /// <summary>One is valid now and ends soon.</summary>
    Expiring,

    /// <summary>One begins later.</summary>
    Upcoming,

    /// <summary>The last one is over.</summary>
    Lapsed,

    /// <summary>The last one was cancelled.</summary>
    Cancelled,
}

/// <summary>Pure.</summary>
public static class SubscriptionStates
{
    /// <summary>AURA's rule for one: within its dates, both included, and not cancelled.</summary>
    public static SubscriptionState Of(CustomerSubscription subscription, DateTimeOffset now, TimeSpan soon) => subscription switch
    {
        { IsCancelled: true } => SubscriptionState.Cancelled,
        { ValidFrom: null } or { ValidTo: null } => SubscriptionState.None,
        _ when subscription.ValidTo < now => SubscriptionState.Lapsed,
        _ when subscription.ValidFrom > now => SubscriptionState.Upcoming,
        _ => subscription.ValidTo <= now + soon ? SubscriptionState.Expiring : SubscriptionState.Active,
    };

    /// <summary>The best of all: one that is valid counts, whatever else ran out.</summary>
    public static SubscriptionState Of(IReadOnlyCollection<CustomerSubscription> subscriptions, DateTimeOffset now, TimeSpan soon)
    {
        var states = subscriptions.OrderByDescending(static one => one.ValidTo).Select(one => Of(one, now, soon)).ToList();
        foreach (var state in new[] { SubscriptionState.Active, SubscriptionState.Expiring, SubscriptionState.Upcoming })
        {
            if (states.Contains(state))
                return state;
        }
        return states.Count > 0 ? states[0] : SubscriptionState.None;
    }

    /// <summary>Until when the customer is covered; null when nothing is valid now.</summary>
    public static DateTimeOffset? Until(IReadOnlyCollection<CustomerSubscription> subscriptions, DateTimeOffset now) =>
        subscriptions.Where(one => !one.IsCancelled && one.ValidFrom <= now && now <= one.ValidTo).Max(static one => one.ValidTo);

    /// <summary>Whether AURA takes a callout for the customer.</summary>
    public static bool IsCovered(this SubscriptionState state) => state is SubscriptionState.Active or SubscriptionState.Expiring;
}
