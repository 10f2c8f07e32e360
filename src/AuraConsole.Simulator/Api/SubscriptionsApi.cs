using System.Globalization;
using System.Text.Json.Nodes;
using AuraConsole.Simulator.Customers;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Subscriptions (/overview/core-concepts/subscriptions).</summary>
internal static class SubscriptionsApi
{
    public static void MapSubscriptions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/subscriptions/subscriptionTypes", ListTypes);
        api.MapPost("/subscriptions", ActivateAsync).AsCommand();
        api.MapGet("/subscriptions/{id:long}", Get);
        api.MapPut("/subscriptions/{id:long}", RenewAsync).AsCommand();
        api.MapDelete("/subscriptions/{id:long}", Cancel).AsCommand();
        api.MapGet("/customers/{customerId:long}/subscriptions", ListOfCustomer);
    }

    private static IResult ListTypes(SimulatorOptions options) => Answers.List(
        "subscriptionTypes",
        new JsonArray([.. SubscriptionTypes.All.Select(static type => (JsonNode?)new JsonObject
        {
            ["id"] = type.Id,
            ["value"] = type.Value,
            ["description"] = type.Description,
        })]),
        options);

    private static async Task<IResult> ActivateAsync(
        HttpContext context, SubscriptionDesk desk, SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var customerId = body.Members.Integer("customerId", required: true);
        var terms = SubscriptionBody.Read(body.Members, isNew: true);
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;

        var (subscription, refused) = desk.Activate(context.Source(), customerId!.Value, terms);
        return subscription is null
            ? Answers.Refused(refused!)
            : Shown(context, subscription, options, time, "Subscription created", StatusCodes.Status201Created);
    }

    private static IResult Get(long id, HttpContext context, SimulatorOptions options, TimeProvider time) =>
        context.Source().Customers.Subscription(id) is { } subscription
            ? Shown(context, subscription, options, time, "Successful")
            : Answers.NotFound("Subscription");

    private static async Task<IResult> RenewAsync(
        long id, HttpContext context, SubscriptionDesk desk, SimulatorOptions options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var terms = SubscriptionBody.Read(body.Members, isNew: false);
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;

        var (subscription, refused) = desk.Renew(context.Source(), id, terms);
        return subscription is null
            ? Answers.Refused(refused!)
            : Shown(context, subscription, options, time, "Subscription updated");
    }

    private static IResult Cancel(long id, HttpContext context, SubscriptionDesk desk) => desk.Cancel(context.Source(), id) is { } refused
        ? Answers.Refused(refused)
        : Answers.Message(StatusCodes.Status200OK, "Subscription cancelled");

    private static IResult ListOfCustomer(long customerId, HttpContext context, SimulatorOptions options, TimeProvider time)
    {
        var source = context.Source();
        var now = time.GetUtcNow();
        if (source.SubscriptionLists.Take(options.SubscriptionListLimit, now) is { } wait) return TooMany(context, options, wait);
        if (source.Customers.Customer(customerId) is null) return Answers.NotFound("Customer");

        var list = source.Customers.SubscriptionsOf(customerId);
        return Answers.List(
            "subscriptions",
            new JsonArray([.. list.Select(one => (JsonNode?)SubscriptionShapes.Of(one, source.Customers, options.Dialect, now))]),
            options);
    }

    private static IResult TooMany(HttpContext context, SimulatorOptions options, TimeSpan wait)
    {
        if (options.RetryAfterHeader)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return Answers.Message(StatusCodes.Status429TooManyRequests, "Too many requests for subscriptions");
    }

    private static IResult Shown(
        HttpContext context, SimulatedSubscription subscription, SimulatorOptions options, TimeProvider time, string message,
        int status = StatusCodes.Status200OK)
    {
        var shape = SubscriptionShapes.Of(subscription, context.Source().Customers, options.Dialect, time.GetUtcNow());
        return Answers.Json(
            options.Dialect == Dialect.Bare ? shape : new JsonObject { ["message"] = message, ["subscription"] = shape }, status);
    }
}
