using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Devices of customers (/api-reference/iot-devices/link-device-to-customer). Serials of 6 to 40 signs fit a template.</summary>
internal static partial class DevicesApi
{
    private const int DerivedLength = 6;

    public static void MapDevices(this IEndpointRouteBuilder api)
    {
        api.MapPost("/devices", LinkAsync);
        api.MapPut("/devices", UpdateAsync);
        api.MapDelete("/devices/{deviceId}", Unlink);
    }

    private static async Task<IResult> LinkAsync(
        HttpContext context, SimulatorState state, SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var members = body.Members;
        var customerId = members.Integer("customerId", required: true);
        var serial = members.Text("deviceSerial", required: true) ?? "";
        var supplier = members.Text("deviceSupplier", required: true) ?? "";
        members.Text("deviceType");
        var alias = members.Text("deviceAlias");
        var firmware = members.Text("firmwareVersion");
        if (!string.IsNullOrWhiteSpace(serial) && !Template().IsMatch(serial)) members.Refuse("deviceSerial fits no template");
        if ((body.Refusal ?? members.Refusal) is { } refusal) return refusal;

        var source = context.Source();
        if (source.Customers.Customer(customerId!.Value) is null) return Answers.NotFound("Customer");
        var now = time.GetUtcNow();
        var device = new SimulatedDevice
        {
            Id = state.Ids.Next(),
            DeviceId = DeviceId(serial, options.Dialect),
            Serial = serial,
            Supplier = supplier,
            CustomerId = customerId.Value,
            Alias = alias,
            FirmwareVersion = firmware,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return source.Devices.Add(device) is { } refused ? Answers.Refused(refused) : Answers.Json(Shape(device, source.Id));
    }

    /// <summary>AURA's page of the update was not seen: the serial tells which device, what is left out stays.</summary>
    private static async Task<IResult> UpdateAsync(HttpContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var members = body.Members;
        var serial = members.Text("deviceSerial", required: true) ?? "";
        var customerId = members.Integer("customerId");
        var supplier = members.Text("deviceSupplier");
        var alias = members.Text("deviceAlias");
        var firmware = members.Text("firmwareVersion");
        if ((body.Refusal ?? members.Refusal) is { } refusal) return refusal;

        var source = context.Source();
        if (customerId is { } owner && source.Customers.Customer(owner) is null) return Answers.NotFound("Customer");
        var changed = source.Devices.WithSerial(serial) is { } known
            ? source.Devices.Change(known.DeviceId, device => device with
            {
                CustomerId = customerId ?? device.CustomerId,
                Supplier = supplier ?? device.Supplier,
                Alias = alias ?? device.Alias,
                FirmwareVersion = firmware ?? device.FirmwareVersion,
                UpdatedAt = time.GetUtcNow(),
            })
            : null;
        return changed is null ? Answers.NotFound("Device") : Answers.Json(Shape(changed, source.Id));
    }

    private static IResult Unlink(string deviceId, HttpContext context) => context.Source().Devices.Remove(deviceId)
        ? Answers.Message(StatusCodes.Status200OK, "Device unlinked")
        : Answers.NotFound("Device");

    /// <summary>A part of the serial in the newer documents, all of it in the older.</summary>
    private static string DeviceId(string serial, Dialect dialect) => dialect == Dialect.Bare ? serial : serial[^DerivedLength..];

    private static JsonObject Shape(SimulatedDevice device, int sourceId) => new()
    {
        ["id"] = device.Id,
        ["customerId"] = device.CustomerId,
        ["customerSourceId"] = sourceId,
        ["deviceId"] = device.DeviceId,
        ["deviceSerial"] = device.Serial,
        ["alias"] = device.Alias,
        ["deviceTypeId"] = 1,
        ["firmwareVersion"] = device.FirmwareVersion,
        ["defaultLocation"] = null,
        ["healthCheckLastReceivedDate"] = Wire.Time(device.HealthAt),
        ["batteryLevel"] = device.BatteryLevel,
        ["batteryLevelLastReceivedDate"] = Wire.Time(device.BatteryAt),
        ["createdAt"] = Wire.Time(device.CreatedAt),
        ["updatedAt"] = Wire.Time(device.UpdatedAt),
    };

    [GeneratedRegex(@"^[A-Za-z0-9-]{6,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Template();
}
