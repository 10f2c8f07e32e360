using System.Text.Json.Nodes;
using AuraConsole.Simulator.Faults;
using AuraConsole.Simulator.Responders;
using Microsoft.AspNetCore.Http.Features;

namespace AuraConsole.Simulator.Api;

/// <summary>Callouts (/api-reference/callouts, and raise-fixed-location-callout under fixed locations).</summary>
internal static class CalloutsApi
{
    public static void MapCallouts(this IEndpointRouteBuilder api)
    {
        Command(api.MapPost("/predefinedLocations/externalRef/{reference}/callouts", RaiseAsync));
        Command(api.MapPost("/callouts/{id:long}/cancel", CancelAsync));
        api.MapGet("/callouts/activeCallouts", ListActive);
        api.MapGet("/callouts/{id:long}", Get);
    }

    private static void Command(RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new CommandMark()).AddEndpointFilter<CommandFaults>();

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
                ["externalReferenceId"] = raised.Callout.Site.Reference,
                ["callout"] = flat,
            });
    }

    private static IResult Get(long id, HttpContext context, SimulatorOptions options)
    {
        if (context.Source().Callout(id) is not { } callout) return Answers.NotFound("Callout");
        return Answers.Json(options.Dialect == Dialect.Bare
            ? CalloutShapes.Flat(callout)
            : new JsonObject { ["message"] = "Successful", ["callout"] = CalloutShapes.Nested(callout) });
    }

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

        var before = context.Source().Callout(id);
        var after = flow.Cancel(context.Source(), id, safeCode);
        if (before is null || after is null) return Answers.NotFound("Callout");
        if (!after.IsActive) return Answers.Invalid("The callout is already closed");

        // the older page's example still answers with the status before the cancel
        return Answers.Json(options.Dialect == Dialect.Bare
            ? CalloutShapes.Flat(before)
            : new JsonObject { ["callout"] = CalloutShapes.Flat(after) });
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
