using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Unit.Integration.Fixtures;

/// <summary>Callouts, their events and cancellation reasons.</summary>
internal static class CalloutFixtures
{
    public const string Flat = """
        {"id":100234,"customerId":452789,"predefinedLocationId":null,"status":"created","latitude":-33.9051,"longitude":18.4201,
         "responseTypeId":1,"calloutClassificationId":1,"createdAt":"2026-05-04T09:10:00.000Z","url":"https://track.aura.test/t/100234"}
        """;

    public const string Nested = """
        {"id":100234,"status":"Responder Dispatched","internalTest":false,"calloutClassification":{"value":"REAL"},"customerId":452789,
         "incidentInformation":[{"typeOfEmergency":{"description":"Security"},"incidentCategory":{"description":"Intruder alarm"},
           "responseType":{"id":1,"value":"SECURITY"},"predefinedLocationId":null,
           "calloutCurrentLocation":{"latitude":"-33.90510","longitude":"18.42010","formattedAddress":"9 Dock Road, Cape Town"},
           "responder":{"name":"R. Mokoena"},"supplier":{"name":"Coastal Response"},"dispatchedAt":"2026-05-04T09:11:00Z",
           "arrivedAt":null,"completedAt":null,"eta":7}]}
        """;

    public const string NewEvent = """
        {"id":555,"calloutId":100234,"calloutEventTypeId":3,"event":{"message":"Gate code is 4411 @admin","senderRole":"customer","supplierId":77},
         "createdBy":"integration","integrationUserId":9,"createdAt":"2026-05-04T09:12:00Z","updatedAt":"2026-05-04T09:12:01Z",
         "calloutEventType":{"id":3,"value":"CHAT"},"calloutEventTags":["admin"],"integrationUser":{"id":9,"name":"Console"}}
        """;

    public const string OldEvent = """{"id":555,"calloutId":100234,"message":"Gate code is 4411 @admin","createdAt":"2026-05-04T09:12:00Z"}""";

    public static CalloutPosition Position { get; } = new(-33.9051, 18.4201, 10);

    public static IReadOnlyList<AuraOperation> Operations { get; } =
    [
        new("ICalloutsApi.RaiseForSiteAsync", "POST /panic-api/v2/predefinedLocations/externalRef/site-0042/callouts",
            h => h.Callouts.RaiseForSiteAsync("site-0042", new RaiseForSite()),
            $$"""{"message":"Callout created","installerIdentifier":"north","externalReferenceId":"site-0042","callout":{{Flat}}}""", Flat),
        new("ICalloutsApi.RaiseForCustomerAsync", "POST /panic-api/v2/customers/452789/callouts",
            h => h.Callouts.RaiseForCustomerAsync(452789, new RaiseForCustomer { Position = Position, ResponseTypeId = 1 }),
            $$"""{"message":"Successful","callout":{{Flat}}}""", Flat),
        new("ICalloutsApi.GetAsync", "GET /panic-api/v2/callouts/100234", h => h.Callouts.GetAsync(100234),
            $$"""{"message":"Successful","callout":{{Nested}}}""", Flat),
        new("ICalloutsApi.ListActiveAsync", "GET /panic-api/v2/callouts/activeCallouts", h => h.Callouts.ListActiveAsync(),
            $$"""{"message":"Successful","callouts":[{{Nested}}]}""", $"[{Flat}]"),
        new("ICalloutsApi.ListActiveForCustomerAsync", "GET /panic-api/v2/customers/452789/callouts/activeCallouts",
            h => h.Callouts.ListActiveForCustomerAsync(452789), $$"""{"message":"Successful","activeCallouts":[{{Flat}}]}""", $"[{Flat}]"),
        new("ICalloutsApi.UpdateLocationAsync", "POST /panic-api/v2/callouts/100234/location",
            h => h.Callouts.UpdateLocationAsync(100234, Position), """{"message":"Location updated"}""") { EmptyIsDone = true },
        new("ICalloutsApi.UpdateLocationAndReturnAsync", "POST /panic-api/v2/callouts/100234/updateLocationAndReturnCallout",
            h => h.Callouts.UpdateLocationAndReturnAsync(100234, Position), $$"""{"message":"Successful","callout":{{Nested}}}""", Flat),
        new("ICalloutsApi.CancelAsync", "POST /panic-api/v2/callouts/100234/cancel", h => h.Callouts.CancelAsync(100234),
            $$"""{"callout":{{Flat}}}""", Flat) { EmptyIsDone = true },
        new("ICalloutsApi.CancelAsync with safe code", "POST /panic-api/v2/callouts/100234/cancel",
            h => h.Callouts.CancelAsync(100234, "0000"), $$"""{"callout":{{Flat}}}""", Flat) { EmptyIsDone = true },
        new("ICalloutsApi.DismissAsync", "POST /panic-api/v2/callouts/100234/dismiss", h => h.Callouts.DismissAsync(100234),
            """{"message":"Dismissed"}""") { EmptyIsDone = true },
        new("ICalloutEventsApi.ListAsync", "GET /panic-api/v2/callouts/100234/events",
            h => h.Get<ICalloutEventsApi>().ListAsync(100234), $$"""{"calloutEvents":[{{NewEvent}}]}""", $"[{NewEvent},{OldEvent}]"),
        new("ICalloutEventsApi.SendAsync", "POST /panic-api/v2/callouts/100234/events",
            h => h.Get<ICalloutEventsApi>().SendAsync(100234, new NewCalloutEvent("Gate code is 4411")),
            $$"""{"calloutEvent":{{NewEvent}},"calloutEventTags":[{"tag":"admin"}]}""", OldEvent),
        new("ICancellationReasonsApi.ListAsync", "GET /panic-api/v2/callouts/100234/exceptionReasons",
            h => h.Get<ICancellationReasonsApi>().ListAsync(100234),
            """{"message":"Successful","exceptionReasons":[{"id":101,"reason":"False alarm"},{"id":"102","reason":"Technical malfunction"}]}""",
            """[{"id":101,"reason":"False alarm"},{"id":102,"reason":"Technical malfunction"}]"""),
        new("ICancellationReasonsApi.AttachAsync", "POST /panic-api/v2/callouts/100234/exceptionReasons",
            h => h.Get<ICancellationReasonsApi>().AttachAsync(100234, 102, "keypad fault"),
            """{"message":"Created","createdExceptionReason":{"id":9001,"calloutId":100234,"exceptionReasonId":102,"notes":"keypad fault"}}""",
            """{"id":9001,"exceptionReasonId":102,"notes":"keypad fault"}""") { EmptyIsDone = true },
    ];
}
