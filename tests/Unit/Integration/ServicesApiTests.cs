using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Integration.Fixtures;

namespace AuraConsole.Unit.Integration;

/// <summary>Patrols, devices and response types.</summary>
public sealed class ServicesApiTests : IDisposable
{
    private const string Create = "POST /panic-api/v2/scheduled/guarding";

    private readonly AuraHarness _harness = new();

    private IScheduledServicesApi Patrols => _harness.Get<IScheduledServicesApi>();

    private string SentBody => Assert.Single(_harness.Aura.Calls).Body;

    public static TheoryData<string> Senseless => ["name", "dates", "guards", "window", "half", "range", "nowhere"];

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Schedule_Once_EveryDocumentedMember()
    {
        _harness.Aura.Answer(Create, """{"scheduledRequest":{"id":4471,"nextOccurrence":"2026-06-10T18:00:00Z"}}""");

        var scheduled = await Patrols.CreateAsync("guarding", ServiceFixtures.Patrol);

        const string Sent = """
            {"customerId":178921,"scheduledRequestConfig":{"name":"Night guard, Harbour Depot",
            "specialInstructions":"Report to the gatehouse",
            "details":{"numberOfGuards":2,"armedPreference":"armed","contacts":[{"name":"T. Jacobs","mobile":"\u002B27821111111"}]},
            "dateFrom":"2026-06-10T18:00:00Z","dateTo":"2026-06-11T06:00:00Z",
            "repeatsConfig":{"type":"single","startTime":"18:00","windowPeriod":720}},
            "initialLocation":{"latitude":-33.9051,"longitude":18.4201,"formattedAddress":"9 Dock Road, Cape Town"}}
            """;
        Assert.Equal(Sent.ReplaceLineEndings(""), SentBody);
        Assert.Equal(("4471", ServiceFixtures.From), (scheduled.Id, scheduled.NextOccurrence));
    }

    [Fact]
    public async Task Schedule_Repeating_DaysAndLastDay()
    {
        _harness.Aura.Answer(Create, $$"""{"id":"{{ServiceFixtures.Uuid}}","status":"scheduled"}""");

        var scheduled = await Patrols.CreateAsync("guarding", ServiceFixtures.Patrol with
        {
            Repeats = ScheduleRepeats.Every(
                new TimeOnly(6, 5), TimeSpan.FromMinutes(30), [DayOfWeek.Monday, DayOfWeek.Friday, DayOfWeek.Monday], new DateOnly(2026, 7, 1)),
            Location = new ScheduleLocation(null, null, "9 Dock Road"),
        });

        Assert.Contains(
            """repeatsConfig":{"type":"repeating","startTime":"06:05","windowPeriod":30,"days":["monday","friday"],"until":"2026-07-01"}""", SentBody);
        Assert.Contains("""initialLocation":{"formattedAddress":"9 Dock Road"}""", SentBody);
        Assert.Equal((ServiceFixtures.Uuid, "scheduled"), (scheduled.Id, scheduled.Status));
    }

    [Theory]
    [MemberData(nameof(Senseless))]
    public async Task Schedule_Senseless_InvalidAndNotSent(string what)
    {
        var patrol = ServiceFixtures.Patrol;
        var senseless = what switch
        {
            "name" => patrol with { Name = " " },
            "dates" => patrol with { To = patrol.From },
            "guards" => patrol with { NumberOfGuards = 0 },
            "window" => patrol with { Repeats = ScheduleRepeats.Once(default, TimeSpan.FromSeconds(5)) },
            "half" => patrol with { Location = new ScheduleLocation(1, null, "9 Dock Road") },
            "range" => patrol with { Location = new ScheduleLocation(91, 0, "9 Dock Road") },
            _ => patrol with { Location = new ScheduleLocation(null, null, " ") },
        };

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => Patrols.CreateAsync("guarding", senseless));

        Assert.Equal((AuraErrorKind.Invalid, (int?)null), (failure.Kind, failure.Status));
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Schedule_OddServiceTypeOrId_OneSegmentOrRefused()
    {
        _harness.Aura.Answer("DELETE /panic-api/v2/scheduled/a%2Fb", "");

        await Patrols.CancelAsync("a/b");
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => Patrols.CreateAsync("..", ServiceFixtures.Patrol));

        Assert.Equal(AuraErrorKind.Invalid, failure.Kind);
        Assert.Single(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Device_Linked_EverythingRead()
    {
        _harness.Aura.Answer("POST /panic-api/v2/devices", ServiceFixtures.Device);

        var device = await _harness.Get<IDevicesApi>().LinkAsync(ServiceFixtures.Button);

        Assert.Equal(
            """{"customerId":178921,"deviceSerial":"AB-77001-Z","deviceSupplier":"Acme","deviceAlias":"Panic button","firmwareVersion":"1.4"}""", SentBody);
        Assert.Equal(("77001", 61L, 5L, 87d, "1.4"), (device.DeviceId, device.Id, device.TypeId, device.BatteryLevel, device.FirmwareVersion));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero), device.HealthCheckAt);
    }

    [Fact]
    public async Task DeviceEvent_SnakeCase_AndTheCalloutItRaised()
    {
        _harness.Aura.Answer(
            "POST /panic-api/v2/deviceEvent",
            """{"message":"ok","resolvedAuraEvent":{"eventTypes":"NEW_CALLOUT","eventResponse":{"calloutId":100234,"deviceId":77001}}}""");

        var result = await _harness.Get<IDevicesApi>().SendEventAsync(ServiceFixtures.Pressed);

        Assert.Equal(
            """{"device_id":"77001","device_type_id":5,"message_type":"PANIC","location":{"latitude":-33.9051,"longitude":18.4201,"accuracy":10}}""",
            SentBody);
        Assert.Equal(("NEW_CALLOUT", 100234L, "77001"), (result.EventType, result.CalloutId, result.DeviceId));
    }

    [Fact]
    public async Task ResponseTypes_EnabledLocations_RecognisedOrKept()
    {
        _harness.Aura.Answer("GET /panic-api/v2/responseTypes", """
            {"responseTypes":[{"id":1,"value":"SECURITY","enabledLocations":{"fixedLocation":true,"personalSafety":false}},
             {"id":2,"value":"MEDICAL","enabledLocations":{"odd":"kept","\ud800":true}},{"id":3}]}
            """);

        var types = await _harness.Get<IResponseTypesApi>().ListAsync();

        Assert.Equal([(1, true, false), (2, null, null), (3, (bool?)null, (bool?)null)], types.Select(t => (t.Id, t.ForSites, t.ForCustomers)));
        Assert.Equal("kept", types[1].Raw.GetProperty("enabledLocations").EnumerateObject().First().Value.GetString());
    }
}
