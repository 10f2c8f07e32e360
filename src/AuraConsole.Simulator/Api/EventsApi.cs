using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AuraConsole.Simulator.Responders;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>A callout's chat and lifecycle (/api-reference/callout-events).</summary>
internal static partial class EventsApi
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/callouts/{id:long}/events", List).InCalloutScope();
        api.MapPost("/callouts/{id:long}/events", SendAsync).InCalloutScope();
    }

    private static IResult List(long id, HttpContext context, SimulatorOptions options)
    {
        var source = context.Source();
        lock (source.Gate)
        {
            if (source.Callout(id) is null) return Answers.NotFound("Callout");
            var list = source.Dossier(id).Events.Select(entry => (JsonNode?)Shape(entry, options.Dialect, listed: true));
            return Answers.List("calloutEvents", new JsonArray([.. list]), options);
        }
    }

    private static async Task<IResult> SendAsync(
        long id, HttpContext context, ControllerChat chat, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var members = body.Members;
        var older = options.Dialect == Dialect.Bare && members.Has("message");
        var text = members.Text(older ? "message" : "event", required: true);
        var from = older ? "customer" : members.Text("source", required: true);
        if ((body.Refusal ?? members.Refusal) is { } refusal) return refusal;

        var (entry, refused) = chat.Post(context.Source(), id, from!, text!);
        if (entry is null) return Answers.Refused(refused!);
        var shape = Shape(entry, options.Dialect, listed: false);
        return Answers.Json(options.Dialect == Dialect.Bare
            ? shape
            : new JsonObject { ["calloutEvent"] = shape, ["calloutEventTags"] = Tags(entry.Message) });
    }

    private static JsonObject Shape(SimulatedEvent entry, Dialect dialect, bool listed)
    {
        if (dialect == Dialect.Bare)
        {
            return new JsonObject
            {
                ["id"] = entry.Id,
                ["calloutId"] = entry.CalloutId,
                ["message"] = entry.Message,
                ["createdAt"] = Wire.Time(entry.CreatedAt),
            };
        }

        var isChat = entry.Source is not null;
        var typeId = isChat ? 1 : 2;
        var shape = new JsonObject
        {
            ["id"] = entry.Id,
            ["calloutId"] = entry.CalloutId,
            ["calloutEventTypeId"] = typeId,
            ["event"] = isChat
                ? new JsonObject { ["message"] = entry.Message, ["source"] = entry.Source }
                : new JsonObject { ["message"] = entry.Message, ["status"] = entry.Status },
            ["createdBy"] = entry.CreatedBy,
            ["integrationUserId"] = null,
            ["createdAt"] = Wire.Time(entry.CreatedAt),
            ["updatedAt"] = Wire.Time(entry.CreatedAt),
            ["calloutEventType"] = new JsonObject { ["id"] = typeId, ["value"] = isChat ? "CHAT" : "STATUS" },
        };
        if (!listed) return shape;
        shape["calloutEventTags"] = Tags(entry.Message);
        shape["integrationUser"] = null;
        return shape;
    }

    private static JsonArray Tags(string text) =>
        new([.. Mention().Matches(text).Select(static match => match.Value).Distinct().Select(static tag => (JsonNode?)tag)]);

    [GeneratedRegex(@"(?<!\w)@\w{1,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
