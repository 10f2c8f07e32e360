using System.Text;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Simulator;
using AuraConsole.Unit.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>The webhook slot and what AURA posts to it (page: webhooks).</summary>
public sealed class WebhooksContractTests(BothHouses houses) : ContractTest(houses)
{
    [Theory, BothDialects]
    public async Task Register_EveryEvent_KeptAndTheLastOneWins(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect);
        var webhooks = house.Aura.Get<IWebhooksApi>();

        await webhooks.RegisterAsync(Registration("https://first.test/hook"));
        await webhooks.RegisterAsync(Registration("https://second.test/hook"));

        var kept = house.Main.Webhook!;
        Assert.Equal("https://second.test/hook", kept.Url.AbsoluteUri);
        Assert.Equal(AuraEventNames.All.Order(StringComparer.Ordinal), kept.Events.Order(StringComparer.Ordinal));
        Assert.Equal("Bearer long-random-secret", kept.Headers["Authorization"]);
    }

    [Theory, BothDialects]
    public Task Register_UnknownEvent_400(Dialect dialect) => House.RefusedAsync(
        AuraErrorKind.Invalid, 400,
        () => In(dialect).Aura.Get<IWebhooksApi>().RegisterAsync(Registration("https://console.test/hook") with { Events = ["CALLOUT_LOST"] }));

    [Theory, BothDialects]
    public Task Register_NotHttps_400(Dialect dialect) => House.RefusedAsync(
        AuraErrorKind.Invalid, 400, () => In(dialect).Aura.Get<IWebhooksApi>().RegisterAsync(Registration("http://console.test/hook")));

    [Theory, BothDialects]
    public async Task Deliveries_OfACalloutsWholeLife_AllUnderstood(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect);
        await using var receiver = await WebhookReceiver.StartAsync();
        await house.Aura.Get<IWebhooksApi>().RegisterAsync(Registration(receiver.Url.AbsoluteUri));

        var customer = await house.NewCustomerAsync();
        var callout = (await house.RaiseForAsync(customer.Id)).Callout;
        house.Close(callout.Id);
        var events = (await receiver.NextAsync(8)).Select(Parse).ToLookup(one => one.EntityKind);

        Assert.Equal((AuraEventKind.CustomerCreated, customer.Id), (Assert.Single(events["customer"]).Kind, events["customer"].First().EntityId));
        Assert.Equal(AuraEventKind.SubscriptionCreated, Assert.Single(events["subscription"]).Kind);
        Assert.Equal(
            [
                AuraEventKind.NewCallout, AuraEventKind.CalloutOwned, AuraEventKind.ResponderAcknowledged, AuraEventKind.ResponderArrived,
                AuraEventKind.ResponderCompleted, AuraEventKind.CalloutClosed,
            ],
            events["callout"].Select(one => one.Kind));
        Assert.All(events["callout"], one => Assert.Equal(callout.Id, one.Callout!.Id));
        var acknowledged = events["callout"].Single(one => one.Kind == AuraEventKind.ResponderAcknowledged);
        Assert.NotNull(Assert.Single(acknowledged.Callout!.Dispatches).Responder);
    }

    private static AuraEvent Parse(WebhookReceiver.Received posted)
    {
        Assert.Equal("Bearer long-random-secret", posted.Headers["Authorization"]);
        Assert.True(AuraEventParser.TryParse(Encoding.UTF8.GetBytes(posted.Body.GetRawText()), out var parsed));
        return parsed;
    }

    private static WebhookRegistration Registration(string url) => new()
    {
        Url = new Uri(url),
        Events = [.. AuraEventNames.All],
        Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer long-random-secret" },
    };
}
