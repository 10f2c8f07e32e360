using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Unit.Integration.Fixtures;

/// <summary>Response types, coverage, patrols and devices.</summary>
internal static class ServiceFixtures
{
    public const string Uuid = "0b6ad1c6-7a52-4a0f-9c5e-8d3b3f4f2a11";

    public const string Device = """
        {"id":61,"customerId":178921,"customerSourceId":12,"deviceId":"77001","deviceSerial":"AB-77001-Z","alias":"Panic button",
         "deviceTypeId":5,"firmwareVersion":"1.4","defaultLocation":null,"healthCheckLastReceivedDate":"2026-05-04T08:00:00Z",
         "batteryLevel":87,"batteryLevelLastReceivedDate":"2026-05-04T08:00:00Z","createdAt":"2026-05-01T00:00:00Z","updatedAt":null}
        """;

    /// <summary>A square with a hole, and two triangles in one placemark.</summary>
    public const string Kml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Coverage</name><Folder>
          <Placemark><name>Cape Town</name><description><![CDATA[<b>City</b>]]></description><Polygon><tessellate>1</tessellate>
            <outerBoundaryIs><LinearRing><coordinates>
              18.0,-34.0,0 19.0,-34.0,0 19.0,-33.0,0 18.0,-33.0,0 18.0,-34.0,0
            </coordinates></LinearRing></outerBoundaryIs>
            <innerBoundaryIs><LinearRing><coordinates>18.4,-33.6 18.6,-33.6 18.6,-33.4 18.4,-33.4 18.4,-33.6</coordinates></LinearRing></innerBoundaryIs>
          </Polygon></Placemark>
          <Placemark><name>Gauteng</name><MultiGeometry>
            <Polygon><outerBoundaryIs><LinearRing><coordinates>28,-26 29,-26 28,-25</coordinates></LinearRing></outerBoundaryIs></Polygon>
            <Polygon><outerBoundaryIs><LinearRing><coordinates>30,-26 31,-26 30,-25 30,-26</coordinates></LinearRing></outerBoundaryIs></Polygon>
          </MultiGeometry></Placemark>
        </Folder></Document></kml>
        """;

    public static DateTimeOffset From { get; } = new(2026, 6, 10, 18, 0, 0, TimeSpan.Zero);

    public static NewScheduledService Patrol { get; } = new()
    {
        CustomerId = 178921,
        Name = "Night guard, Harbour Depot",
        SpecialInstructions = "Report to the gatehouse",
        From = From,
        To = From.AddHours(12),
        NumberOfGuards = 2,
        ArmedPreference = "armed",
        Contacts = [new ScheduleContact("T. Jacobs", "+27821111111")],
        Repeats = ScheduleRepeats.Once(new TimeOnly(18, 0), TimeSpan.FromHours(12)),
        Location = new ScheduleLocation(-33.9051, 18.4201, "9 Dock Road, Cape Town"),
    };

    public static DeviceDetails Button { get; } =
        new() { CustomerId = 178921, Serial = "AB-77001-Z", Supplier = "Acme", Alias = "Panic button", FirmwareVersion = "1.4" };

    public static DeviceEvent Pressed { get; } =
        new() { DeviceId = "77001", DeviceTypeId = 5, MessageType = "PANIC", Position = CalloutFixtures.Position };

    public static IReadOnlyList<AuraOperation> Operations { get; } =
    [
        new("IResponseTypesApi.ListAsync", "GET /panic-api/v2/responseTypes", h => h.Get<IResponseTypesApi>().ListAsync(),
            """
            {"message":"Successful","responseTypes":[{"id":1,"value":"SECURITY","description":"Armed response",
              "enabledLocations":{"fixedLocation":true,"personalSafety":false}},{"id":2,"value":"MEDICAL","enabledLocations":{"odd":"kept"}}]}
            """,
            """[{"id":1,"value":"SECURITY"}]"""),
        new("ICoverageApi.GetAsync", "GET /panic-api/v2/coverage/1", h => h.Get<ICoverageApi>().GetAsync(1), Kml),
        new("IScheduledServicesApi.CreateAsync", "POST /panic-api/v2/scheduled/guarding",
            h => h.Get<IScheduledServicesApi>().CreateAsync("guarding", Patrol),
            """{"message":"Scheduled","scheduledRequest":{"id":4471,"nextOccurrence":"2026-06-10T18:00:00Z"}}""",
            $$"""{"id":"{{Uuid}}","status":"scheduled"}"""),
        new("IScheduledServicesApi.CancelAsync", $"DELETE /panic-api/v2/scheduled/{Uuid}",
            h => h.Get<IScheduledServicesApi>().CancelAsync(Uuid), """{"message":"Cancelled"}""") { EmptyIsDone = true },
        new("IDevicesApi.LinkAsync", "POST /panic-api/v2/devices", h => h.Get<IDevicesApi>().LinkAsync(Button), Device,
            """{"deviceId":77001,"deviceSerial":"AB-77001-Z"}"""),
        new("IDevicesApi.UpdateAsync", "PUT /panic-api/v2/devices", h => h.Get<IDevicesApi>().UpdateAsync(Button), Device,
            $$"""{"message":"Updated","device":{{Device}}}"""),
        new("IDevicesApi.UnlinkAsync", "DELETE /panic-api/v2/devices/77001", h => h.Get<IDevicesApi>().UnlinkAsync("77001"),
            """{"message":"Unlinked"}""") { EmptyIsDone = true },
        new("IDevicesApi.SendEventAsync", "POST /panic-api/v2/deviceEvent", h => h.Get<IDevicesApi>().SendEventAsync(Pressed),
            """
            {"message":"Processed","input":{"device_id":"77001"},"resolvedAuraEvent":{"eventTypes":"NEW_CALLOUT",
              "eventResponse":{"calloutId":100234,"deviceId":"77001"}}}
            """,
            """{"message":"Processed","input":{},"resolvedAuraEvent":{"eventTypes":["NEW_CALLOUT"]}}"""),
    ];
}
