using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>What a device reports. Which members AURA accepts depends on the device's template.</summary>
public sealed record DeviceEvent
{
    /// <summary>Sent as <c>device_id</c>: <see cref="AuraDevice.DeviceId"/>.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Sent as <c>device_type_id</c>.</summary>
    public long? DeviceTypeId { get; init; }

    /// <summary>Sent as <c>message_type</c>.</summary>
    public string? MessageType { get; init; }

    /// <summary>Sent as <c>location</c>, in numbers.</summary>
    public CalloutPosition? Position { get; init; }
}

/// <summary>What AURA made of a device's event.</summary>
public sealed record DeviceEventResult
{
    /// <summary>AURA's own words.</summary>
    public string? Message { get; init; }

    /// <summary><c>resolvedAuraEvent.eventTypes</c>, such as <c>NEW_CALLOUT</c>; null when nothing came of it.</summary>
    public string? EventType { get; init; }

    /// <summary>The callout that was raised, if one was.</summary>
    public long? CalloutId { get; init; }

    /// <summary>The device as AURA resolved it.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
