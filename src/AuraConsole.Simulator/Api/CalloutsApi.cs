using System.Text.Json.Nodes;
using AuraConsole.Simulator.Responders;
using AuraConsole.Simulator.State;
using Microsoft.AspNetCore.Http.Features;

namespace AuraConsole.Simulator.Api;

/// <summary>Callouts (/api-reference/callouts, and raise-fixed-location-callout under fixed locations).</summary>
internal static class CalloutsApi
{
    public static void MapCallouts(this IEndpointRouteBuilder api)
    {
        api.MapPost("/predefinedLocations/externalRef/{reference}/callouts", RaiseAsync).AsCommand();
        api.MapPost("/callouts/{id:long}/cancel", CancelAsync).AsCommand().InCalloutScope();
        api.MapPost("/callouts/{id:long}/dismiss", DismissAsync).InCalloutScope();
        api.MapGet("/callouts/activeCallouts", ListActive);
        api.MapGet("/callouts/{id:long}", Get).InCalloutScope();
    }

    /// <summary>A callout as it is read.</summary>
    public static JsonObject Shown(SimulatedCallout callout, SimulatorOptions options) => options.Dialect == Dialect.Bare
        ? CalloutShapes.Flat(callout)
        : new JsonObject { ["message"] = "Successful", ["callout"] = CalloutShapes.Nested(callout) };

    private static async Task<IResult> RaiseAsync(
        HttpContext context, CalloutFlow flow, SimulatorOptions options, SimulatorAddress address, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken, optional: true);
        var members = body.Members;
        var details = new RaiseDetails(
            members.Integer("responseTypeId", options.RequireResponseType),
            members.Integer("calloutClassificationId"),
            members.Flag("internalTest"),
            members.Text("installerIdentifier"));
        if ((body.Refusal ?? members.Refusal) is { } refusal) return refusal;

        // 400, not 404 (property-protect/quickstart)
        var reference = Reference(context);
        if (flow.Raise(context.Source(), reference, details) is not { } raised)
        {
            return Answers.Invalid("No fixed location matches that external reference");
        }

        var flat = CalloutShapes.Flat(raised.Callout, address.Track(raised.Callout.Id));
        return Answers.Json(options.Dialect == Dialect.Bare
            ? flat
            : new JsonObject
            {
                ["message"] = raised.IsNew ? "Callout created" : "Existing active callout returned",
                ["installerIdentifier"] = raised.Callout.InstallerIdentifier,
                ["externalReferenceId"] = reference,
                ["callout"] = flat,
            });
    }

    private static IResult Get(long id, HttpContext context, SimulatorOptions options) => context.Source().Callout(id) is { } callout
        ? Answers.Json(Shown(callout, options))
        : Answers.NotFound("Callout");

    private static IResult ListActive(HttpContext context, SimulatorOptions options)
    {
        var list = new JsonArray([.. context.Source().ActiveCallouts.Select(static callout => (JsonNode?)CalloutShapes.Flat(callout))]);
        return Answers.List("callouts", list, options);
    }

    private static async Task<IResult> CancelAsync(
        long id, HttpContext context, CalloutFlow flow, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken, optional: true);
        var safeCode = body.Members.Text("safeCode");
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;

        var outcome = flow.Cancel(context.Source(), id, safeCode);
        if (outcome.Refusal is { } notCancelled) return Answers.Refused(notCancelled);

        // the older page's example still answers with the status before the cancel
        return Answers.Json(options.Dialect == Dialect.Bare
            ? CalloutShapes.Flat(outcome.Before!)
            : new JsonObject { ["callout"] = CalloutShapes.Flat(outcome.After!) });
    }

    private static async Task<IResult> DismissAsync(long id, HttpContext context, CalloutFlow flow, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken, optional: true);
        if (body.Refusal is { } refusal) return refusal;
        return flow.Dismiss(context.Source(), id) is null
            ? Answers.NotFound("Callout")
            : Answers.Message(StatusCodes.Status200OK, "Callout dismissed");
    }

    /// <summary>The reference as it was sent: routing keeps an encoded slash encoded, like the text <c>%2F</c> itself.</summary>
    private static string Reference(HttpContext context)
    {
        const string before = "/externalRef/";
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var start = target.IndexOf(before, StringComparison.OrdinalIgnoreCase) + before.Length;
        return Uri.UnescapeDataString(target[start..target.IndexOf('/', start)]);
    }
}
