using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads devices and what AURA made of their events (link device to customer; create device event).</summary>
internal static class DeviceReader
{
    /// <summary>Null without AURA's handle of the device.</summary>
    public static AuraDevice? Read(JsonElement root)
    {
        var device = root.Object("device", "data") ?? root;
        if (device.Key("deviceId") is not { } deviceId)
            return null;
        return new AuraDevice
        {
            DeviceId = deviceId,
            Id = device.Id("id"),
            CustomerId = device.Id("customerId"),
            Serial = device.Key("deviceSerial"),
            Alias = device.Text("alias", "deviceAlias"),
            TypeId = device.Id("deviceTypeId"),
            FirmwareVersion = device.Key("firmwareVersion"),
            BatteryLevel = device.Number("batteryLevel"),
            BatteryLevelAt = device.Instant("batteryLevelLastReceivedDate"),
            HealthCheckAt = device.Instant("healthCheckLastReceivedDate"),
            CreatedAt = device.Instant("createdAt"),
            UpdatedAt = device.Instant("updatedAt"),
            Raw = device.Clone(),
        };
    }

    /// <summary>Null without any of the three documented members.</summary>
    public static DeviceEventResult? ReadEvent(JsonElement root)
    {
        var resolved = root.Object("resolvedAuraEvent");
        if (resolved is null && root.Text("message") is null && root.Member("input") is null)
            return null;
        var response = resolved?.Object("eventResponse");
        return new DeviceEventResult
        {
            Message = JsonEnvelope.Message(root),
            EventType = EventType(resolved?.Member("eventTypes") ?? resolved?.Member("eventType")),
            CalloutId = response?.Id("calloutId"),
            DeviceId = response?.Key("deviceId"),
            Raw = root.Clone(),
        };
    }

    /// <summary>A text by the documented example, a list by its name.</summary>
    private static string? EventType(JsonElement? types) => types switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(JsonFields.AsText).FirstOrDefault(text => text is not null),
        { } one => JsonFields.AsText(one),
        null => null,
    };
}
