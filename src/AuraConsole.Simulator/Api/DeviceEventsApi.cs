using System.Text.Json.Nodes;
using AuraConsole.Simulator.Responders;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>
/// What devices say (/api-reference/iot-devices/create-device-event). Which fields and types AURA takes depends on a device's template;
/// here a <c>health_check</c> is noted and everything else raises a callout for the device's customer.
/// </summary>
internal static class DeviceEventsApi
{
    private const string HealthCheck = "health_check";

    public static void MapDeviceEvents(this IEndpointRouteBuilder api) => api.MapPost("/deviceEvent", ReceiveAsync).AsCommand();

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, CalloutFlow flow, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var members = body.Members;
        var now = time.GetUtcNow();
        var deviceId = members.Text("device_id", required: true) ?? "";
        var type = members.Text("message_type");
        members.Integer("device_type_id");
        var battery = members.Integer("battery_level");
        var position = members.Object("location") is { } place ? PositionBody.Read(place, now) : null;
        if ((body.Refusal ?? members.Refusal) is { } refusal) return refusal;

        var source = context.Source();
        var device = source.Devices.Change(deviceId, known => known with
        {
            HealthAt = now,
            BatteryLevel = battery ?? known.BatteryLevel,
            BatteryAt = battery is null ? known.BatteryAt : now,
            Position = position ?? known.Position,
        });
        if (device is null) return Answers.NotFound("Device");
        if (type == HealthCheck) return Resolved(members, "HEALTH_CHECK", device, calloutId: null);
        if (device.Position is null) return Answers.Invalid("location is required, the device was never located");

        var details = new RaiseDetails(ResponseTypes.Security, ClassificationId: 1, InternalTest: null, InstallerIdentifier: null);
        var (raised, refused) = flow.RaiseFor(source, device.CustomerId, details, device.Position);
        return raised is null ? Answers.Refused(refused!) : Resolved(members, "NEW_CALLOUT", device, raised.Callout.Id);
    }

    private static IResult Resolved(Members input, string eventType, SimulatedDevice device, long? calloutId)
    {
        var response = new JsonObject { ["deviceId"] = device.DeviceId };
        if (calloutId is not null) response["calloutId"] = calloutId;
        return Answers.Json(new JsonObject
        {
            ["message"] = "Successful",
            ["input"] = JsonNode.Parse(input.Root.GetRawText()),
            ["resolvedAuraEvent"] = new JsonObject { ["eventTypes"] = eventType, ["eventResponse"] = response },
        });
    }
}
