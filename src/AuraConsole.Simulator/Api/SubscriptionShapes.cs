using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>A subscription's wire shapes: dates alone in the newer documents, a status in the older.</summary>
internal static class SubscriptionShapes
{
    public static JsonObject Of(SimulatedSubscription subscription, CustomerBook book, Dialect dialect, DateTimeOffset now)
    {
        if (dialect == Dialect.Bare) return Older(subscription, now);
        var shape = InDelivery(subscription);
        shape["dependents"] = new JsonArray([.. subscription.DependantIds.Select(id => Dependant(id, book))]);
        return shape;
    }

    public static JsonObject InDelivery(SimulatedSubscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["customerId"] = subscription.CustomerId,
        ["subscriptionTypeId"] = subscription.TypeId,
        ["validFrom"] = Wire.Time(subscription.ValidFrom),
        ["validTo"] = Wire.Time(subscription.ValidTo),

        // the one member with a capital (/overview/core-concepts/subscriptions)
        ["CancelledDate"] = Wire.Time(subscription.CancelledAt),
    };

    private static JsonObject Older(SimulatedSubscription subscription, DateTimeOffset now) => new()
    {
        ["id"] = subscription.Id,
        ["customerId"] = subscription.CustomerId,
        ["subscriptionTypeId"] = subscription.TypeId,
        ["status"] = subscription switch
        {
            { CancelledAt: not null } => "cancelled",
            _ when subscription.IsActive(now) => "active",
            _ when subscription.IsOver(now) => "expired",
            _ => "pending",
        },
        ["validFrom"] = Wire.Time(subscription.ValidFrom),
        ["validTo"] = Wire.Time(subscription.ValidTo),
        ["dependantCustomerIds"] = new JsonArray([.. subscription.DependantIds.Select(static id => (JsonNode?)id)]),
    };

    private static JsonNode? Dependant(long id, CustomerBook book) => book.Customer(id) is { } customer
        ? new JsonObject { ["id"] = id, ["name"] = customer.Name, ["surname"] = customer.Surname, ["mobile"] = customer.Mobile }
        : new JsonObject { ["id"] = id };
}
