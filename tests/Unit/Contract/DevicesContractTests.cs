using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>Devices and what they report (page: IoT devices).</summary>
public sealed class DevicesContractTests(BothHouses houses) : ContractTest(houses)
{
    [Theory, BothDialects]
    public async Task Link_Device_KnownByWhatWasDerivedFromItsSerial(Dialect dialect)
    {
        var house = In(dialect);
        var details = await DetailsAsync(house);

        var device = await house.Aura.Devices.LinkAsync(details);

        Assert.Equal(house.IsBare ? details.Serial : details.Serial[^6..], device.DeviceId);
        Assert.Equal(
            (details.Serial, details.CustomerId, "Front door", "1.0.2"),
            (device.Serial, device.CustomerId, device.Alias, device.FirmwareVersion));
        var kept = house.Main.Devices.Device(device.DeviceId)!;
        Assert.Equal((details.CustomerId, "Acme"), (kept.CustomerId, kept.Supplier));
        await House.RefusedAsync(AuraErrorKind.Conflict, 409, () => house.Aura.Devices.LinkAsync(details));
    }

    [Theory, BothDialects]
    public async Task Link_SerialOfNoTemplate_400(Dialect dialect)
    {
        var details = await DetailsAsync(In(dialect));

        await House.RefusedAsync(AuraErrorKind.Invalid, 400, () => In(dialect).Aura.Devices.LinkAsync(details with { Serial = "#" }));
    }

    [Theory, BothDialects]
    public async Task Update_BySerial_KeptAndAnswered(Dialect dialect)
    {
        var house = In(dialect);
        var details = await DetailsAsync(house);
        var device = await house.Aura.Devices.LinkAsync(details);

        var updated = await house.Aura.Devices.UpdateAsync(details with { Alias = "Back door", FirmwareVersion = "1.1" });

        Assert.Equal((device.DeviceId, "Back door", "1.1"), (updated.DeviceId, updated.Alias, updated.FirmwareVersion));
        Assert.Equal("Back door", house.Main.Devices.Device(device.DeviceId)!.Alias);
        await House.RefusedAsync(
            AuraErrorKind.NotFound, 404, () => house.Aura.Devices.UpdateAsync(details with { Serial = "UNKNOWN-1" }));
    }

    [Theory, BothDialects]
    public async Task Unlink_Device_Gone(Dialect dialect)
    {
        var house = In(dialect);
        var device = await house.Aura.Devices.LinkAsync(await DetailsAsync(house));

        await house.Aura.Devices.UnlinkAsync(device.DeviceId);

        Assert.Null(house.Main.Devices.Device(device.DeviceId));
        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => house.Aura.Devices.UnlinkAsync(device.DeviceId));
    }

    [Theory, BothDialects]
    public async Task Event_Pressed_RaisesForItsCustomer(Dialect dialect)
    {
        var house = In(dialect);
        var details = await DetailsAsync(house);
        var device = await house.Aura.Devices.LinkAsync(details);

        var result = await house.Aura.Devices.SendEventAsync(new DeviceEvent
        {
            DeviceId = device.DeviceId,
            DeviceTypeId = device.TypeId,
            MessageType = "panic",
            Position = new CalloutPosition(-26.1, 28.05, 8),
        });

        Assert.Equal(("NEW_CALLOUT", device.DeviceId), (result.EventType, result.DeviceId));
        var kept = house.Main.Callout(result.CalloutId!.Value)!;
        Assert.Equal((details.CustomerId, "-26.1", 8.0), (kept.CustomerId, kept.Latitude, kept.Position!.Accuracy));
    }

    [Theory, BothDialects]
    public async Task Event_UnknownDevice_404(Dialect dialect) => await House.RefusedAsync(
        AuraErrorKind.NotFound, 404,
        () => In(dialect).Aura.Devices.SendEventAsync(new DeviceEvent { DeviceId = "nobody", MessageType = "panic" }));

    private static async Task<DeviceDetails> DetailsAsync(House house) => new()
    {
        CustomerId = (await house.NewCustomerAsync()).Id,
        Serial = house.Unique("ACME-00"),
        Supplier = "Acme",
        Type = "button",
        Alias = "Front door",
        FirmwareVersion = "1.0.2",
    };
}
