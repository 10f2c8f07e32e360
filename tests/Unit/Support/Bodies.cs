using System.Globalization;

namespace AuraConsole.Unit.Support;

/// <summary>Deliveries as AURA sends them, and rows as the board shows them.</summary>
internal static class Bodies
{
    public const string Created = "NEW_CALLOUT";
    public const string Owned = "CALLOUT_OWNED";
    public const string Acknowledged = "RESPONDER_ACKNOWLEDGED_CALLOUT";
    public const string Arrived = "RESPONDER_ARRIVED_ON_SCENE";
    public const string Completed = "RESPONDER_COMPLETED";
    public const string StoodDown = "CALLOUT_NO_LONGER_REQUIRES_RESPONSE";
    public const string Closed = "CALLOUT_CLOSED";
    public const string EventsChanged = "CALLOUT_EVENTS_CHANGED";

    /// <summary>Event and id, nothing else.</summary>
    public static string Minimal(string name, long id) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""{"message":"{{{name}}}","callout":{"id":{{{id}}}}}""");

    /// <summary>As the rich webhook, with the members this console shows.</summary>
    public static string Rich(string name, long id, string status, long siteId = 501, string incident = "") =>
        string.Create(CultureInfo.InvariantCulture, $$$"""
            {"message":"{{{name}}}","callout":{"id":{{{id}}},"status":"{{{status}}}","internalTest":false,"createdAt":"2026-05-04T08:59:00Z",
             "calloutClassification":{"id":1,"value":"REAL"},"incidentInformation":[{"typeOfEmergency":{"description":"Security"},
             "incidentcategory":{"description":"Intruder alarm"},"responseType":{"id":1,"value":"SECURITY"},"predefinedLocationId":{{{siteId}}},
             "calloutCurrentLocation":{"latitude":"-26.1076","longitude":"28.0567","formattedAddress":"4 Fictional Road, Sandton"}{{{incident}}}}]}}
            """);

    /// <summary>A rich body with a responder.</summary>
    public static string WithResponder(string name, long id, string status, string? arrivedAt = null) => Rich(
        name, id, status, incident:
        $$$""","responder":{"name":"R. Mokoena","callsign":"C12"},"supplier":{"name":"Coastal Response"},"eta":7,"dispatchedAt":"2026-05-04T09:01:00Z","arrivedAt":{{{(arrivedAt is null ? "null" : $"\"{arrivedAt}\"")}}}""");
}
