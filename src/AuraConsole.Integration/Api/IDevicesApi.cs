using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Devices that raise for a customer.</summary>
/// <remarks>Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer.</remarks>
public interface IDevicesApi
{
    /// <summary>
    /// <c>POST /panic-api/v2/devices</c> (source: link-device-to-customer). The serial has to match a template that AURA provisioned.
    /// Documented errors: 400, 401.
    /// </summary>
    Task<AuraDevice> LinkAsync(DeviceDetails device, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>PUT /panic-api/v2/devices</c> (source: IoT devices). Its body is not published: the body of link, by which AURA finds the device
    /// through its serial, is our choice.
    /// </summary>
    Task<AuraDevice> UpdateAsync(DeviceDetails device, CancellationToken cancellationToken = default);

    /// <summary><c>DELETE /panic-api/v2/devices/{deviceId}</c> (source: IoT devices).</summary>
    /// <param name="deviceId"><see cref="AuraDevice.DeviceId"/>: derived from the serial, not the serial.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task UnlinkAsync(string deviceId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/deviceEvent</c>, in snake case (source: create-device-event). It may raise a callout, so after OutcomeUnknown
    /// look at the active callouts first. Documented errors: 400, 401, 500.
    /// </summary>
    Task<DeviceEventResult> SendEventAsync(DeviceEvent deviceEvent, CancellationToken cancellationToken = default);
}
