using System.Text;
using System.Text.Json.Nodes;
using AuraConsole.Simulator.Api;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Webhooks;

/// <summary>Writes the bodies of deliveries: the documented envelope with the members that integrators have captured.</summary>
internal static class DeliveryBodies
{
    public static byte[] Write(string eventName, SimulatedCallout callout, WebhookBody kind) => Write(
        eventName,
        "callout",
        kind == WebhookBody.Minimal ? Id(callout.Id) : CalloutShapes.InDelivery(callout, EventNames.IsOfResponder(eventName)));

    public static byte[] Write(string eventName, SimulatedCustomer customer, WebhookBody kind) => Write(
        eventName, "customer", kind == WebhookBody.Minimal ? Id(customer.Id) : CustomerShapes.InDelivery(customer));

    public static byte[] Write(string eventName, SimulatedSubscription subscription, WebhookBody kind) => Write(
        eventName, "subscription", kind == WebhookBody.Minimal ? Id(subscription.Id) : SubscriptionShapes.InDelivery(subscription));

    private static JsonObject Id(long id) => new() { ["id"] = id };

    private static byte[] Write(string eventName, string key, JsonObject entity) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["message"] = eventName, [key] = entity }.ToJsonString());
}
