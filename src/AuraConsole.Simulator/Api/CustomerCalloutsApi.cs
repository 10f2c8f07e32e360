using System.Text.Json.Nodes;
using AuraConsole.Simulator.Responders;

namespace AuraConsole.Simulator.Api;

/// <summary>Callouts of customers (/api-reference/callouts/create-customer-callout).</summary>
internal static class CustomerCalloutsApi
{
    public static void MapCustomerCallouts(this IEndpointRouteBuilder api)
    {
        api.MapPost("/customers/{customerId:long}/callouts", RaiseAsync).AsCommand().InCalloutScope();
        api.MapGet("/customers/{customerId:long}/callouts/activeCallouts", ListActive).InCalloutScope();
    }

    private static async Task<IResult> RaiseAsync(
        long customerId, HttpContext context, CalloutFlow flow, SimulatorOptions options, SimulatorAddress address, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var members = body.Members;

        // the older page has the coordinates beside responseTypeId
        var flat = options.Dialect == Dialect.Bare && !members.Has("location");
        var position = (flat ? members : members.Object("location", required: true)) is { } place
            ? PositionBody.Read(place, time.GetUtcNow())
            : null;
        var details = new RaiseDetails(
            members.Integer("responseTypeId", required: true), members.Integer("calloutClassificationId"), members.Flag("internalTest"),
            InstallerIdentifier: null);
        if (details.ResponseTypeId is { } type && ResponseTypes.Find(type) is not { PersonalSafety: true })
        {
            members.Refuse("responseTypeId is no response type for customers");
        }

        if ((body.Refusal ?? members.Refusal) is { } refusal) return refusal;
        var (raised, refused) = flow.RaiseFor(context.Source(), customerId, details, position!);
        if (raised is null) return Answers.Refused(refused!);

        var shape = CalloutShapes.Flat(raised.Callout, address.Track(raised.Callout.Id));
        return Answers.Json(options.Dialect == Dialect.Bare
            ? shape
            : new JsonObject
            {
                ["message"] = raised.IsNew ? "Callout created" : "Existing active callout returned",
                ["callout"] = shape,
            });
    }

    private static IResult ListActive(long customerId, HttpContext context, SimulatorOptions options)
    {
        var source = context.Source();
        if (source.Customers.Customer(customerId) is null) return Answers.NotFound("Customer");
        var list = source.ActiveCallouts.Where(callout => callout.CustomerId == customerId);
        return Answers.List("callouts", new JsonArray([.. list.Select(static one => (JsonNode?)CalloutShapes.Flat(one))]), options);
    }
}
