using AuraConsole.Simulator.Responders;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Positions of those who move (/api-reference/callouts/update-callout-location and …-and-return).</summary>
internal static class PositionsApi
{
    /// <summary>AURA's own status: the callout is closed, its latest state is the body (/overview/core-concepts/callout-lifecycle).</summary>
    private const int Closed = 285;

    public static void MapPositions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/callouts/{id:long}/location", UpdateAsync).InCalloutScope();
        api.MapPost("/callouts/{id:long}/updateLocationAndReturnCallout", UpdateAndReturnAsync).InCalloutScope();
    }

    private static Task<IResult> UpdateAsync(
        long id, HttpContext context, CalloutFlow flow, SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        MoveAsync(
            id, context, flow, options, time, static _ => Answers.Message(StatusCodes.Status200OK, "Location updated"), cancellationToken);

    private static Task<IResult> UpdateAndReturnAsync(
        long id, HttpContext context, CalloutFlow flow, SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        MoveAsync(
            id, context, flow, options, time, callout => Answers.Json(CalloutsApi.Shown(callout, options)), cancellationToken);

    private static async Task<IResult> MoveAsync(
        long id, HttpContext context, CalloutFlow flow, SimulatorOptions options, TimeProvider time,
        Func<SimulatedCallout, IResult> show, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var position = PositionBody.Read(body.Members, time.GetUtcNow());
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;
        if (flow.Move(context.Source(), id, position!) is not { } callout) return Answers.NotFound("Callout");
        return callout.IsActive ? show(callout) : Answers.Json(CalloutsApi.Shown(callout, options), Closed);
    }
}
