using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Sites (/api-reference/fixed-locations). Update replaces everything: the same members are required as on create.</summary>
internal static class SitesApi
{
    private const double LatitudeLimit = 90;
    private const double LongitudeLimit = 180;

    public static void MapSites(this IEndpointRouteBuilder api)
    {
        var sites = api.MapGroup("/predefinedLocations");
        sites.MapGet("", List);
        sites.MapPost("", CreateAsync);
        sites.MapGet("/{id:long}", Get);
        sites.MapPut("/{id:long}", UpdateAsync);
        sites.MapDelete("/{id:long}", Delete);
    }

    private static IResult List(HttpContext context, SimulatorOptions options)
    {
        var source = context.Source();
        var list = new JsonArray([.. source.Sites.Select(site => (JsonNode?)SiteShapes.Of(site, source.Id, options.Dialect))]);
        return Answers.List("predefinedLocations", list, options);
    }

    private static IResult Get(long id, HttpContext context, SimulatorOptions options) =>
        context.Source().Site(id) is { } site ? Shown(context, site, options) : Answers.NotFound("Fixed location");

    private static async Task<IResult> CreateAsync(
        HttpContext context, SimulatorState state, SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var now = time.GetUtcNow();
        var site = Read(body.Members, options.Dialect, state.Ids.Next(), now, now);
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;
        return context.Source().Add(site) is SiteChange.Done
            ? Shown(context, site, options, options.CreateStatus)
            : Conflict(site);
    }

    private static async Task<IResult> UpdateAsync(
        long id, HttpContext context, SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        if (context.Source().Site(id) is not { } old) return Answers.NotFound("Fixed location");
        var site = Read(body.Members, options.Dialect, id, old.CreatedAt, time.GetUtcNow());
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;
        return context.Source().Replace(site) switch
        {
            SiteChange.Done => Shown(context, site, options),
            SiteChange.Unknown => Answers.NotFound("Fixed location"),
            _ => Conflict(site),
        };
    }

    private static IResult Delete(long id, HttpContext context, TimeProvider time) =>
        context.Source().Delete(id, time.GetUtcNow()) is SiteChange.Done
            ? Answers.Message(StatusCodes.Status200OK, "Fixed location deleted")
            : Answers.NotFound("Fixed location");

    private static IResult Shown(HttpContext context, SimulatedSite site, SimulatorOptions options, int status = StatusCodes.Status200OK) =>
        Answers.Json(SiteShapes.Of(site, context.Source().Id, options.Dialect), status);

    private static IResult Conflict(SimulatedSite site) =>
        Answers.Message(StatusCodes.Status409Conflict, $"A fixed location with reference {site.Reference} already exists");

    private static SimulatedSite Read(Members members, Dialect dialect, long id, DateTimeOffset createdAt, DateTimeOffset updatedAt)
    {
        // the older pages call it name and ask for no coordinates; callers of the newer ones are understood there, too
        var older = dialect == Dialect.Bare;
        var name = members.Text("locationDescription") ?? (older ? members.Text("name") : null);
        var identifier = members.Text("locationIdentifier", required: !older || name is null);
        return new SimulatedSite
        {
            Id = id,
            Reference = members.Text("externalReferenceId", required: true) ?? "",
            Identifier = identifier ?? name ?? "",
            Name = name,
            AdditionalInformation = members.Text("locationAdditionalInformation"),
            Address = members.Text("formattedAddress") ?? (older ? members.Text("address") : null),
            Latitude = members.Coordinate("latitude", LatitudeLimit, required: !older),
            Longitude = members.Coordinate("longitude", LongitudeLimit, required: !older),
            W3w = members.Text("w3w"),
            TypeId = members.Integer("calloutLocationTypeId"),
            CustomerId = members.Integer("customerId"),
            DuressCode = members.Text("duressCode"),
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
        };
    }
}
