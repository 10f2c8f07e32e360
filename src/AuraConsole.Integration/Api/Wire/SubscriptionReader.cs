using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads subscriptions and their types (subscriptions page; <c>CancelledDate</c> has a capital C there).</summary>
internal static class SubscriptionReader
{
    public static readonly string[] ListNames = ["subscriptions", "customerSubscriptions", "data", "items", "results"];

    public static readonly string[] TypeListNames = ["subscriptionTypes", "types", "data", "items", "results"];

    /// <summary>Null without a valid id; every other member may be missing or odd.</summary>
    public static AuraSubscription? Read(JsonElement root)
    {
        var subscription = JsonEnvelope.Entity(root, "subscription", "data");
        if (subscription.Id("id", "subscriptionId") is not { } id)
            return null;
        return new AuraSubscription
        {
            Id = id,
            CustomerId = subscription.Id("customerId") ?? subscription.Object("customer")?.Id("id", "customerId"),
            TypeId = subscription.Id("subscriptionTypeId") ?? subscription.Object("subscriptionType")?.Id("id"),
            Type = subscription.Label("subscriptionType"),
            ValidFrom = subscription.Instant("validFrom"),
            ValidTo = subscription.Instant("validTo"),
            CancelledAt = subscription.Instant("CancelledDate", "cancelledDate"),
            Cancelled = IsCancelled(subscription.Member("CancelledDate") ?? subscription.Member("cancelledDate"))
                || SaysCancelled(subscription.Label("status")),
            Dependents = Dependents(subscription),
            Raw = subscription.Clone(),
        };
    }

    /// <summary>Null without a valid id.</summary>
    public static SubscriptionType? ReadType(JsonElement element) =>
        element.Id("id", "subscriptionTypeId") is { } id
            ? new SubscriptionType(id, element.Text("value", "name"), element.Text("description", "label"), element.Clone())
            : null;

    /// <summary>"Not null" is AURA's rule; a serialiser's "none" and an empty text stand for null.</summary>
    private static bool IsCancelled(JsonElement? date) => date is { } given
        && (given.ValueKind != JsonValueKind.String
            ? given.ValueKind != JsonValueKind.False
            : JsonFields.AsText(given) is { } text && !text.StartsWith("0001-01-01", StringComparison.Ordinal));

    /// <summary>The older dialect has a status in place of the date.</summary>
    private static bool SaysCancelled(string? status) =>
        string.Equals(status, "cancelled", StringComparison.OrdinalIgnoreCase)
        || string.Equals(status, "canceled", StringComparison.OrdinalIgnoreCase);

    private static List<SubscriptionDependent> Dependents(JsonElement subscription)
    {
        foreach (var name in (ReadOnlySpan<string>)["dependents", "dependants", "dependantCustomerIds", "dependentCustomerIds"])
        {
            if (subscription.Member(name) is { ValueKind: JsonValueKind.Array } list)
                return [.. list.EnumerateArray().Select(Dependent).OfType<SubscriptionDependent>()];
        }

        return [];
    }

    private static SubscriptionDependent? Dependent(JsonElement element)
    {
        if (JsonFields.AsId(element) is { } bare)
            return new SubscriptionDependent(bare, null);
        var person = element.Object("customer") ?? element;
        var name = $"{person.Text("name", "firstName")} {person.Text("surname", "lastName")}".Trim();
        return person.Id("customerId", "id") is { } id ? new SubscriptionDependent(id, name.Length > 0 ? name : null) : null;
    }
}
