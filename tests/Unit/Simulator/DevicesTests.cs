using System.Net;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class DevicesTests : SimulatorTest
{
    private const string Devices = "/panic-api/v2/devices";
    private const string Event = "/panic-api/v2/deviceEvent";
    private const string Link = """{"customerId":450001,"deviceSerial":"TK-0012345678","deviceSupplier":"Tikker","deviceAlias":"Watch","firmwareVersion":"1.2"}""";
    private const string Panic = """{"device_id":"345678","device_type_id":1,"message_type":"panic","location":{"latitude":-26.1,"longitude":28.05,"accuracy":5}}""";

    [Fact]
    public async Task Link_RightBody_AnswersEveryMember()
    {
        var device = (await PostAsync(Devices, Link)).Body;

        Assert.Equal(
            [
                "alias", "batteryLevel", "batteryLevelLastReceivedDate", "createdAt", "customerId", "customerSourceId", "defaultLocation",
                "deviceId", "deviceSerial", "deviceTypeId", "firmwareVersion", "healthCheckLastReceivedDate", "id", "updatedAt",
            ],
            device.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("345678", "TK-0012345678"), (device.GetProperty("deviceId").GetString(), device.GetProperty("deviceSerial").GetString()));
        Assert.Equal(("Watch", FirstCustomer), (device.GetProperty("alias").GetString(), device.GetProperty("customerId").GetInt64()));
    }

    [Fact]
    public async Task Link_Bare_TakesTheSerialAsId()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);

        Assert.Equal("TK-0012345678", (await PostAsync(Devices, Link)).Body.GetProperty("deviceId").GetString());
    }

    [Fact]
    public async Task Link_Wrong_IsRefused()
    {
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Devices, "{}"), "deviceSerial");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Devices, Link.Replace("TK-0012345678", "x", StringComparison.Ordinal)), "template");
        AssertRefused(HttpStatusCode.NotFound, await PostAsync(Devices, Link.Replace("450001", "1", StringComparison.Ordinal)));
        await PostAsync(Devices, Link);
        AssertRefused(HttpStatusCode.Conflict, await PostAsync(Devices, Link));
    }

    [Fact]
    public async Task Update_KnownSerial_ChangesWhatIsThere()
    {
        await PostAsync(Devices, Link);

        var device = (await PutAsync(Devices, """{"deviceSerial":"TK-0012345678","customerId":450002,"firmwareVersion":"1.3"}""")).Body;

        Assert.Equal(("Watch", "1.3"), (device.GetProperty("alias").GetString(), device.GetProperty("firmwareVersion").GetString()));
        Assert.Equal(450002, device.GetProperty("customerId").GetInt64());
        AssertRefused(HttpStatusCode.BadRequest, await PutAsync(Devices, "{}"), "deviceSerial");
        AssertRefused(HttpStatusCode.NotFound, await PutAsync(Devices, """{"deviceSerial":"TK-0000000000"}"""));
        AssertRefused(HttpStatusCode.NotFound, await PutAsync(Devices, """{"deviceSerial":"TK-0012345678","customerId":1}"""));
    }

    [Fact]
    public async Task Unlink_Twice_Answers404TheSecondTime()
    {
        await PostAsync(Devices, Link);

        Assert.NotEmpty((await DeleteAsync($"{Devices}/345678")).Message);
        AssertRefused(HttpStatusCode.NotFound, await DeleteAsync($"{Devices}/345678"));
        AssertRefused(HttpStatusCode.NotFound, await PostAsync(Event, Panic));
    }

    [Fact]
    public async Task Event_Panic_RaisesACalloutForTheCustomer()
    {
        await PostAsync(Devices, Link);

        var answer = await PostAsync(Event, Panic);
        var resolved = answer.Body.GetProperty("resolvedAuraEvent");
        var callout = Host.State.Main.Callout(resolved.GetProperty("eventResponse").GetProperty("calloutId").GetInt64())!;

        Assert.NotEmpty(answer.Message);
        Assert.Equal("panic", answer.Body.GetProperty("input").GetProperty("message_type").GetString());
        Assert.Equal("NEW_CALLOUT", resolved.GetProperty("eventTypes").GetString());
        Assert.Equal("345678", resolved.GetProperty("eventResponse").GetProperty("deviceId").GetString());
        Assert.Equal((FirstCustomer, "-26.1"), (callout.CustomerId, callout.Latitude));
    }

    [Fact]
    public async Task Event_HealthCheck_IsNotedWithoutACallout()
    {
        await PostAsync(Devices, Link);

        var answer = await PostAsync(Event, """{"device_id":"345678","message_type":"health_check","battery_level":80}""");
        var device = (await PutAsync(Devices, """{"deviceSerial":"TK-0012345678"}""")).Body;

        Assert.Equal("HEALTH_CHECK", answer.Body.GetProperty("resolvedAuraEvent").GetProperty("eventTypes").GetString());
        Assert.Equal(80, device.GetProperty("batteryLevel").GetInt32());
        Assert.Equal(JsonValueKind.String, device.GetProperty("healthCheckLastReceivedDate").ValueKind);
        Assert.Empty(Host.State.Main.Callouts);
    }

    [Fact]
    public async Task Event_Wrong_IsRefused()
    {
        await PostAsync(Devices, Link);
        await PostAsync(Devices, """{"customerId":450008,"deviceSerial":"TK-0099999999","deviceSupplier":"Tikker"}""");

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Event, "{}"), "device_id");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Event, """{"device_id":"345678","message_type":"panic"}"""), "location");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(
            Event, """{"device_id":"345678","message_type":"panic","location":{"latitude":1}}"""), "longitude");
        AssertRefused(HttpStatusCode.Forbidden, await PostAsync(Event, Panic.Replace("345678", "999999", StringComparison.Ordinal)));
    }
}
