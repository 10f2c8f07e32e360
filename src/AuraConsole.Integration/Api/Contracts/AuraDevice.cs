using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A device to link or to change.</summary>
public sealed record DeviceDetails
{
    /// <summary>Whose device it is.</summary>
    public required long CustomerId { get; init; }

    /// <summary>Sent as <c>deviceSerial</c>.</summary>
    public required string Serial { get; init; }

    /// <summary>Sent as <c>deviceSupplier</c>.</summary>
    public required string Supplier { get; init; }

    /// <summary>Sent as <c>deviceType</c>; AURA has no list of types.</summary>
    public string? Type { get; init; }

    /// <summary>Sent as <c>deviceAlias</c>.</summary>
    public string? Alias { get; init; }

    /// <summary>Sent as <c>firmwareVersion</c>.</summary>
    public string? FirmwareVersion { get; init; }
}

/// <summary>A device as AURA answered. Unknown members are in <see cref="Raw"/>.</summary>
public sealed record AuraDevice
{
    /// <summary>AURA's handle of the device, derived from its serial.</summary>
    public required string DeviceId { get; init; }

    /// <summary>AURA's id of the link.</summary>
    public long? Id { get; init; }

    /// <summary>Whose device it is.</summary>
    public long? CustomerId { get; init; }

    /// <summary><c>deviceSerial</c>.</summary>
    public string? Serial { get; init; }

    /// <summary><c>alias</c>.</summary>
    public string? Alias { get; init; }

    /// <summary><c>deviceTypeId</c>.</summary>
    public long? TypeId { get; init; }

    /// <summary><c>firmwareVersion</c>.</summary>
    public string? FirmwareVersion { get; init; }

    /// <summary><c>batteryLevel</c>; AURA names no unit.</summary>
    public double? BatteryLevel { get; init; }

    /// <summary>When the battery level came in.</summary>
    public DateTimeOffset? BatteryLevelAt { get; init; }

    /// <summary>When the device last reported its health.</summary>
    public DateTimeOffset? HealthCheckAt { get; init; }

    /// <summary>When it was linked.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the link last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The whole object as it was read, <c>defaultLocation</c> among it.</summary>
    public JsonElement Raw { get; init; }
}
