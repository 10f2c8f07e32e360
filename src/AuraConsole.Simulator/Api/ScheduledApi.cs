using System.Globalization;
using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Scheduled services (/overview/core-concepts/scheduled-services): create by type, cancel by id at the same place.</summary>
internal static class ScheduledApi
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static void MapScheduled(this IEndpointRouteBuilder api)
    {
        api.MapPost("/scheduled/{serviceType}", CreateAsync);
        api.MapDelete("/scheduled/{id}", Cancel);
    }

    private static async Task<IResult> CreateAsync(
        string serviceType, HttpContext context, SimulatorState state, SimulatorOptions options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var members = body.Members;
        if (body.Refusal is { } unreadable) return unreadable;
        if (!options.ServiceTypes.Contains(serviceType, StringComparer.Ordinal))
        {
            return Answers.Invalid("The service type is not enabled for this customer source");
        }

        var customerId = members.Integer("customerId", required: true);
        var older = options.Dialect == Dialect.Bare && members.Has("scheduledAt");
        var now = time.GetUtcNow();
        var (from, to, next) = older ? ReadOlder(members) : ReadNewer(members);
        if (from is { } start && start < now + Ahead) members.Refuse("the request must be at least 5 minutes in the future");
        if (members.Refusal is { } refusal) return refusal;

        var source = context.Source();
        if (source.Customers.Customer(customerId!.Value) is null) return Answers.NotFound("Customer");
        var id = options.Dialect == Dialect.Bare
            ? Guid.NewGuid().ToString()
            : state.Ids.Next().ToString(CultureInfo.InvariantCulture);
        var request = new ScheduledRequest(id, serviceType, customerId.Value, from!.Value, to!.Value, next!.Value);
        if (!source.Schedule.TryAdd(request, now)) return Answers.Refused(Refusal.Full("scheduled requests"));
        return Answers.Json(options.Dialect == Dialect.Bare
            ? new JsonObject { ["id"] = id, ["status"] = "scheduled" }
            : new JsonObject { ["message"] = "Scheduled request created", ["scheduledRequest"] = Shape(request, members, now) });
    }

    private static IResult Cancel(string id, HttpContext context) => context.Source().Schedule.Cancel(id)
        ? Answers.Message(StatusCodes.Status200OK, "Scheduled request cancelled")
        : Answers.NotFound("Scheduled request");

    private static (DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset? Next) ReadOlder(Members members)
    {
        var at = members.Time("scheduledAt", required: true);
        members.Degrees("latitude", 90, required: false);
        members.Degrees("longitude", 180, required: false);
        return (at, at, at);
    }

    private static (DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset? Next) ReadNewer(Members members)
    {
        if (members.Object("initialLocation", required: true) is { } place)
        {
            var coordinates = place.Has("latitude") || place.Has("longitude");
            place.Coordinate("latitude", 90, required: coordinates);
            place.Coordinate("longitude", 180, required: coordinates);
            place.Text("formattedAddress", required: !coordinates);
        }

        if (members.Object("scheduledRequestConfig", required: true) is not { } config) return default;
        config.Text("name", required: true);
        config.Text("specialInstructions");
        config.Object("details")?.Integer("numberOfGuards");
        var from = config.Time("dateFrom", required: true);
        var to = config.Time("dateTo", required: true);
        var repeats = RepeatsBody.Read(config);
        if (from is null || to is null) return (from, to, null);
        if (to <= from) config.Refuse("dateTo must be after dateFrom");
        var next = Occurrences.First(from.Value, to.Value, repeats);
        if (next is null) config.Refuse("repeatsConfig never happens between dateFrom and dateTo");
        return (from, to, next);
    }

    private static JsonObject Shape(ScheduledRequest request, Members asked, DateTimeOffset now) => new()
    {
        ["id"] = long.Parse(request.Id, CultureInfo.InvariantCulture),
        ["serviceType"] = request.ServiceType,
        ["customerId"] = request.CustomerId,
        ["status"] = "scheduled",
        ["scheduledRequestConfig"] = JsonNode.Parse(asked.Root.GetProperty("scheduledRequestConfig").GetRawText()),
        ["initialLocation"] = JsonNode.Parse(asked.Root.GetProperty("initialLocation").GetRawText()),
        ["nextOccurrence"] = Wire.Time(request.NextOccurrence),
        ["createdAt"] = Wire.Time(now),
    };
}
