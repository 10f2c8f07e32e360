using System.Text;
using System.Text.Json.Nodes;
using AuraConsole.Simulator.Api;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Webhooks;

/// <summary>Writes the bodies of deliveries: the documented envelope with the members that integrators have captured.</summary>
internal static class DeliveryBodies
{
    public static byte[] Write(string eventName, SimulatedCallout callout, WebhookBody kind)
    {
        var entity = kind == WebhookBody.Minimal
            ? new JsonObject { ["id"] = callout.Id }
            : CalloutShapes.InDelivery(callout, EventNames.IsOfResponder(eventName));
        return Encoding.UTF8.GetBytes(new JsonObject { ["message"] = eventName, ["callout"] = entity }.ToJsonString());
    }
}
