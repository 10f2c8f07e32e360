using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>
/// Reads a callout: flat (raise, cancel, active list), nested under <c>incidentInformation</c> (read), or a webhook's entity. AURA's
/// pages disagree on most members and leave some unnamed, so several spellings are looked for.
/// </summary>
internal static class CalloutReader
{
    /// <summary>Names under which a list of callouts may be wrapped: AURA publishes no envelope.</summary>
    public static readonly string[] ListNames = ["callouts", "activeCallouts", "data", "items", "results"];

    /// <summary>Null without a valid id; every other member may be missing or odd.</summary>
    public static AuraCallout? Read(JsonElement root)
    {
        var callout = JsonEnvelope.Entity(root, "callout", "data");
        if (callout.Id("id", "calloutId") is not { } id)
            return null;
        var incidents = Incidents(callout);
        var position = Position(callout, incidents);
        return new AuraCallout
        {
            Id = id,
            Status = callout.Label("status"),
            SiteId = Look(callout, incidents, static e => e.Id("predefinedLocationId") ?? e.Object("predefinedLocation")?.Id("id")),
            CustomerId = Look(callout, incidents, static e => e.Id("customerId") ?? e.Object("customer")?.Id("id")),
            Latitude = position is { } latitude ? Coordinates.Latitude(latitude) : null,
            Longitude = position is { } longitude ? Coordinates.Longitude(longitude) : null,
            Address = Look(callout, incidents, static e =>
                Place(e)?.Text("formattedAddress", "address") ?? e.Text("formattedAddress", "address")),
            ResponseTypeId = Look(callout, incidents, static e =>
                e.Int("responseTypeId", "responseType") ?? e.Object("responseType")?.Int("id")),
            ResponseType = Look(callout, incidents, static e =>
                e.Object("responseType")?.Text("value", "description") ?? e.Text("responseType")),
            ClassificationId = Look(callout, incidents, static e =>
                e.Int("calloutClassificationId", "calloutClassification") ?? e.Object("calloutClassification")?.Int("id")),
            Classification = Look(callout, incidents, static e =>
                e.Object("calloutClassification")?.Text("value", "description") ?? e.Text("calloutClassification")),
            InternalTest = Look(callout, incidents, static e => e.Flag("internalTest")),
            Emergency = Look(callout, incidents, static e => e.Label("typeOfEmergency")),
            Category = Look(callout, incidents, static e => e.Label("incidentCategory", "incidentcategory")),
            TrackingUrl = Links.Read(callout.Text("url", "trackingUrl")),
            CreatedAt = callout.Instant("createdAt"),
            Dispatches = DispatchReader.Read(callout, incidents),
            Raw = callout.Clone(),
        };
    }

    private static List<JsonElement> Incidents(JsonElement callout) =>
        callout.Member("incidentInformation") switch
        {
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)],
            { ValueKind: JsonValueKind.Object } one => [one],
            _ => [],
        };

    private static JsonElement? Place(JsonElement element) => element.Object("calloutCurrentLocation", "currentLocation", "location");

    /// <summary>The first element with a whole pair: a latitude from one place and a longitude from another is nowhere.</summary>
    private static JsonElement? Position(JsonElement callout, List<JsonElement> incidents)
    {
        foreach (var element in incidents.Prepend(callout))
        {
            if (Place(element) is { } place && IsWhole(place))
                return place;
            if (IsWhole(element))
                return element;
        }

        return null;
    }

    private static bool IsWhole(JsonElement element) =>
        Coordinates.Latitude(element) is not null && Coordinates.Longitude(element) is not null;

    private static T? Look<T>(JsonElement callout, List<JsonElement> incidents, Func<JsonElement, T?> read)
    {
        if (read(callout) is { } own)
            return own;
        foreach (var incident in incidents)
        {
            if (read(incident) is { } value)
                return value;
        }

        return default;
    }
}
