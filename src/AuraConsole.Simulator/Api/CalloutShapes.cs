using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>A callout's wire shapes: flat (raise, cancel, active list) and nested (read, webhooks).</summary>
internal static class CalloutShapes
{
    /// <param name="callout">The callout.</param>
    /// <param name="trackingUrl">Promised in the answer to a raise only, so given there only.</param>
    public static JsonObject Flat(SimulatedCallout callout, Uri? trackingUrl = null)
    {
        var flat = new JsonObject
        {
            ["id"] = callout.Id,
            ["customerId"] = callout.CustomerId,
            ["predefinedLocationId"] = callout.Site?.Id,
            ["status"] = callout.Status,
            ["latitude"] = Wire.Number(callout.Latitude),
            ["longitude"] = Wire.Number(callout.Longitude),
            ["responseTypeId"] = callout.ResponseTypeId,
            ["calloutClassificationId"] = callout.ClassificationId,
            ["createdAt"] = Wire.Time(callout.CreatedAt),
        };
        if (trackingUrl is not null) flat["url"] = trackingUrl.AbsoluteUri;
        return flat;
    }

    /// <summary>The read view. AURA publishes no member list; names follow what integrators captured in webhooks.</summary>
    public static JsonObject Nested(SimulatedCallout callout)
    {
        var incident = Incident(callout, "incidentCategory");
        AddResponder(incident, callout);
        return WithIncident(callout, incident);
    }

    /// <summary>The entity of a delivery; captured bodies spell <c>incidentcategory</c> in lower case.</summary>
    public static JsonObject InDelivery(SimulatedCallout callout, bool withResponder)
    {
        var incident = Incident(callout, "incidentcategory");
        if (withResponder) AddResponder(incident, callout);
        return WithIncident(callout, incident);
    }

    private static JsonObject WithIncident(SimulatedCallout callout, JsonObject incident) => new()
    {
        ["id"] = callout.Id,
        ["customerId"] = callout.CustomerId,
        ["status"] = callout.Status,
        ["internalTest"] = callout.InternalTest,
        ["createdAt"] = Wire.Time(callout.CreatedAt),
        ["calloutClassification"] = new JsonObject
        {
            ["id"] = callout.ClassificationId,
            ["value"] = callout.ClassificationId switch { 1 => "REAL", 2 => "TEST", _ => null },
        },
        ["incidentInformation"] = new JsonArray(incident),
    };

    private static JsonObject Incident(SimulatedCallout callout, string categoryKey) => new()
    {
        ["typeOfEmergency"] = new JsonObject { ["description"] = callout.ResponseTypeId == 2 ? "Medical" : "Security" },
        [categoryKey] = new JsonObject { ["description"] = callout.ResponseTypeId == 2 ? "Medical alarm" : "Intruder alarm" },
        ["responseType"] = new JsonObject
        {
            ["id"] = callout.ResponseTypeId,
            ["value"] = ResponseTypes.Find(callout.ResponseTypeId)?.Value,
        },
        ["predefinedLocationId"] = callout.Site?.Id,
        ["calloutCurrentLocation"] = new JsonObject
        {
            ["latitude"] = callout.Latitude,
            ["longitude"] = callout.Longitude,
            ["formattedAddress"] = callout.Site?.Address,
        },
    };

    private static void AddResponder(JsonObject incident, SimulatedCallout callout)
    {
        incident["responder"] = callout.Responder is { } responder
            ? new JsonObject { ["name"] = responder.Name, ["callsign"] = responder.Callsign }
            : null;
        incident["supplier"] = callout.Responder is { } sent ? new JsonObject { ["name"] = sent.Supplier } : null;
        incident["eta"] = callout.ArrivedAt is null ? callout.Responder?.EtaMinutes : null;
        incident["dispatchedAt"] = Wire.Time(callout.DispatchedAt);
        incident["arrivedAt"] = Wire.Time(callout.ArrivedAt);
        incident["completedAt"] = Wire.Time(callout.CompletedAt);
    }
}
