using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>
/// Report and map, there only once the callout has closed (/guides/core-concepts/callout-lifecycle). AURA does not publish the report's
/// members; they are the simulator's.
/// </summary>
internal static class AfterClosureApi
{
    public static void MapAfterClosure(this IEndpointRouteBuilder api)
    {
        api.MapGet("/callouts/{id:long}/report", GetReport).InCalloutScope();
        api.MapGet("/callouts/{id:long}/maps", GetMap).InCalloutScope();
    }

    private static IResult GetReport(long id, HttpContext context, SimulatorOptions options)
    {
        var (callout, refusal) = Closed(id, context, "report");
        if (callout is null) return refusal!;
        var report = Report(callout);
        return Answers.Json(options.Dialect == Dialect.Bare ? report : new JsonObject { ["message"] = "Successful", ["report"] = report });
    }

    private static IResult GetMap(long id, HttpContext context, SimulatorAddress address)
    {
        var (callout, refusal) = Closed(id, context, "map");
        return callout is null
            ? refusal!
            : Answers.Json(new JsonObject { ["url"] = address.Track(id).AbsoluteUri + "/map.svg", ["image"] = null });
    }

    private static (SimulatedCallout? Callout, IResult? Refusal) Closed(long id, HttpContext context, string what) =>
        context.Source().Callout(id) switch
        {
            null => (null, Answers.NotFound("Callout")),
            { IsActive: true } => (null, Answers.Message(
                StatusCodes.Status404NotFound, $"There is no {what} before the callout has closed")),
            var callout => (callout, null),
        };

    private static JsonObject Report(SimulatedCallout callout) => new()
    {
        ["calloutId"] = callout.Id,
        ["customerId"] = callout.CustomerId,
        ["predefinedLocationId"] = callout.Site?.Id,
        ["outcome"] = callout.CancelledAt is null ? "Response completed" : "Cancelled",
        ["responder"] = callout.Responder is { } responder
            ? new JsonObject { ["name"] = responder.Name, ["callsign"] = responder.Callsign }
            : null,
        ["supplier"] = callout.Responder is { } sent ? new JsonObject { ["name"] = sent.Supplier } : null,
        ["createdAt"] = Wire.Time(callout.CreatedAt),
        ["dispatchedAt"] = Wire.Time(callout.DispatchedAt),
        ["arrivedAt"] = Wire.Time(callout.ArrivedAt),
        ["completedAt"] = Wire.Time(callout.CompletedAt),
        ["cancelledAt"] = Wire.Time(callout.CancelledAt),
        ["closedAt"] = Wire.Time(callout.ClosedAt),
        ["responseTimeSeconds"] = Seconds(callout, callout.ArrivedAt),
        ["resolutionTimeSeconds"] = Seconds(callout, callout.CompletedAt),
    };

    private static JsonNode? Seconds(SimulatedCallout callout, DateTimeOffset? until) =>
        until is { } end ? JsonValue.Create((long)(end - callout.CreatedAt).TotalSeconds) : null;
}
