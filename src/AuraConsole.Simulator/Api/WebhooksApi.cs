using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AuraConsole.Simulator.State;
using AuraConsole.Simulator.Webhooks;

namespace AuraConsole.Simulator.Api;

/// <summary>The webhook slot (/api-reference/webhooks/create-webhook): one per source, registering replaces it.</summary>
internal static partial class WebhooksApi
{
    private const int HeaderLimit = 50;

    public static void MapWebhooks(this IEndpointRouteBuilder api) => api.MapPost("/notifiers/webhooks", RegisterAsync);

    private static async Task<IResult> RegisterAsync(
        HttpContext context, DeliveryQueue deliveries, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        if (body.Refusal is { } unreadable) return unreadable;

        var url = Url(body.Members);
        var events = body.Members.Texts("events");
        foreach (var unknown in events.Where(static name => !EventNames.IsKnown(name))) body.Members.Refuse($"{unknown} is not an event");
        var method = body.Members.Text("method") ?? "webhook";
        var headers = body.Members.Map("headers");
        if (!AreSendable(headers)) body.Members.Refuse("headers cannot be sent");
        if (body.Members.Refusal is { } refusal) return refusal;

        var source = context.Source();
        var message = source.Webhook is null ? "Webhook registered" : "Webhook replaced";
        source.Webhook = new WebhookRegistration(url!, events, method, headers);
        if (options.AnnounceCustomers && message == "Webhook registered") Announce(source, deliveries);
        return Answers.Json(new JsonObject
        {
            ["message"] = message,
            ["notifier"] = new JsonObject { ["config"] = new JsonArray(Config(source.Webhook)) },
        });
    }

    private static void Announce(SourceState source, DeliveryQueue deliveries)
    {
        foreach (var customer in source.Customers.All)
        {
            deliveries.Add(source, EventNames.CustomerCreated, customer);
            foreach (var subscription in source.Customers.SubscriptionsOf(customer.Id))
                deliveries.Add(source, EventNames.SubscriptionCreated, subscription);
        }
    }

    private static JsonObject Config(WebhookRegistration webhook) => new()
    {
        ["url"] = webhook.Url.AbsoluteUri,
        ["events"] = new JsonArray([.. webhook.Events.Select(static name => (JsonNode?)name)]),
        ["method"] = webhook.Method,
        ["headers"] = new JsonObject(webhook.Headers.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    private static Uri? Url(Members members)
    {
        if (members.Text("url", required: true) is not { } text) return null;
        if (SafeUrl.Read(text) is { } url) return url;
        members.Refuse("url must be an https address");
        return null;
    }

    private static bool AreSendable(IReadOnlyDictionary<string, string> headers) => headers.Count <= HeaderLimit
        && headers.All(static pair => HeaderName().IsMatch(pair.Key) && !pair.Value.AsSpan().ContainsAny('\r', '\n', '\0'));

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderName();
}
