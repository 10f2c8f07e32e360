using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Reasons of a cancellation (/api-reference/callout-exception-reasons); AURA does not say whether before or after it.</summary>
internal static class ReasonsApi
{
    private static readonly (long Id, string Reason)[] Reasons =
    [
        (101, "Customer not at location"), (102, "False alarm"), (103, "Technical malfunction"), (104, "Response no longer needed"),
    ];

    public static void MapReasons(this IEndpointRouteBuilder api)
    {
        api.MapGet("/callouts/{id:long}/exceptionReasons", List).InCalloutScope();
        api.MapPost("/callouts/{id:long}/exceptionReasons", AttachAsync).InCalloutScope();
    }

    private static IResult List(long id, HttpContext context, SimulatorOptions options) => context.Source().Callout(id) is null
        ? Answers.NotFound("Callout")
        : Answers.List(
            "exceptionReasons",
            new JsonArray([.. Reasons.Select(static one => (JsonNode?)new JsonObject { ["id"] = one.Id, ["reason"] = one.Reason })]),
            options);

    private static async Task<IResult> AttachAsync(
        long id, HttpContext context, SimulatorState state, SimulatorOptions options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var reasonId = body.Members.Integer("exceptionReasonId", required: options.Dialect == Dialect.Wrapped);
        var notes = body.Members.Text("notes");
        if (reasonId is not null && Reasons.All(one => one.Id != reasonId)) body.Members.Refuse("exceptionReasonId is not known");
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;

        var source = context.Source();
        var attached = new AttachedReason(state.NextEventId(), reasonId, notes, time.GetUtcNow());
        lock (source.Gate)
        {
            if (source.Callout(id) is null) return Answers.NotFound("Callout");
            if (!source.Dossier(id).TryAdd(attached)) return Answers.Refused(Refusal.Full("reasons of this callout"));
        }

        return Answers.Json(new JsonObject
        {
            ["message"] = "Exception reason added",
            ["createdExceptionReason"] = new JsonObject
            {
                ["id"] = attached.Id,
                ["calloutId"] = id,
                ["exceptionReasonId"] = attached.ReasonId,
                ["notes"] = attached.Notes,
                ["createdAt"] = Wire.Time(attached.CreatedAt),
            },
        });
    }
}
