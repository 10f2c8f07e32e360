using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="IDevicesApi"/>
internal sealed class DevicesApi(AuraCaller caller) : IDevicesApi
{
    private const string All = "/panic-api/v2/devices";
    private const string One = All + "/{deviceId}";
    private const string Events = "/panic-api/v2/deviceEvent";

    public Task<AuraDevice> LinkAsync(DeviceDetails device, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Post(All, Body(device), AuraJsonContext.Default.DeviceBody), Read, cancellationToken);

    public Task<AuraDevice> UpdateAsync(DeviceDetails device, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Put(All, Body(device), AuraJsonContext.Default.DeviceBody), Read, cancellationToken);

    public Task UnlinkAsync(string deviceId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Delete(One, ("deviceId", deviceId)), AuraCalls.Done, cancellationToken);

    public Task<DeviceEventResult> SendEventAsync(DeviceEvent deviceEvent, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(deviceEvent.DeviceId))
            throw Refusals.BeforeSending("A device event needs its device.", nameof(deviceEvent));
        var position = deviceEvent.Position is { } known ? PositionBody.Of(known) : null;
        var body = new DeviceEventBody(deviceEvent.DeviceId, deviceEvent.DeviceTypeId, deviceEvent.MessageType, position);
        return caller.SendAsync(
            AuraCalls.Post(Events, body, AuraJsonContext.Default.DeviceEventBody),
            static answer => answer.Json is { } json ? DeviceReader.ReadEvent(json) : null,
            cancellationToken);
    }

    private static AuraDevice? Read(AuraAnswer answer) => answer.Json is { } json ? DeviceReader.Read(json) : null;

    private static DeviceBody Body(DeviceDetails device)
    {
        if (string.IsNullOrWhiteSpace(device.Serial) || string.IsNullOrWhiteSpace(device.Supplier))
            throw Refusals.BeforeSending("A device needs a serial and a supplier.", nameof(device));
        return new DeviceBody(device.CustomerId, device.Serial, device.Supplier, device.Type, device.Alias, device.FirmwareVersion);
    }
}
