using System.Text.Json.Serialization;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Scheduled services page.</summary>
internal sealed record ScheduledBody(long CustomerId, ScheduleConfigBody ScheduledRequestConfig, InitialLocationBody InitialLocation);

/// <summary>Scheduled services page, <c>scheduledRequestConfig</c>.</summary>
internal sealed record ScheduleConfigBody(
    string Name, string? SpecialInstructions, ScheduleDetailsBody? Details, string DateFrom, string DateTo, RepeatsBody RepeatsConfig);

/// <summary>Documented names; that they are flat in here is inferred.</summary>
internal sealed record ScheduleDetailsBody(int? NumberOfGuards, string? ArmedPreference, IReadOnlyList<ContactBody>? Contacts);

/// <summary>Our choice of names: AURA documents only that there are contacts.</summary>
internal sealed record ContactBody(string Name, string Mobile);

/// <summary>Our choice of names: AURA documents <c>single</c> or repeating, a start time and a window period.</summary>
internal sealed record RepeatsBody(string Type, string StartTime, int WindowPeriod, IReadOnlyList<string>? Days, string? Until)
{
    public string? TimeZone { get; init; }

    public string? LocalStartTime { get; init; }

    public int? Every { get; init; }

    public string? Unit { get; init; }

    public IReadOnlyList<string>? LocalDays { get; init; }

    public string? LocalUntil { get; init; }

    public int? Count { get; init; }
}

/// <summary>Scheduled services page, <c>initialLocation</c>.</summary>
internal sealed record InitialLocationBody(double? Latitude, double? Longitude, string? FormattedAddress);

/// <summary>Link device to customer.</summary>
internal sealed record DeviceBody(
    long CustomerId, string DeviceSerial, string DeviceSupplier, string? DeviceType, string? DeviceAlias, string? FirmwareVersion);

/// <summary>Create device event: the only call with snake case.</summary>
internal sealed record DeviceEventBody(
    [property: JsonPropertyName("device_id")] string DeviceId,
    [property: JsonPropertyName("device_type_id")] long? DeviceTypeId,
    [property: JsonPropertyName("message_type")] string? MessageType,
    [property: JsonPropertyName("location")] PositionBody? Location);
