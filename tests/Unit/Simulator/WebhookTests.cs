using System.Net;
using System.Text.Json;

namespace AuraConsole.Unit.Simulator;

public sealed class WebhookTests : SimulatorTest
{
    private const string Register = "/panic-api/v2/notifiers/webhooks";

    private static readonly string[] Events =
    [
        "NEW_CALLOUT", "CALLOUT_OWNED", "RESPONDER_ACKNOWLEDGED_CALLOUT", "RESPONDER_ARRIVED_ON_SCENE", "RESPONDER_COMPLETED",
        "CALLOUT_CLOSED", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE",
    ];

    [Fact]
    public async Task Lifecycle_AutomaticSteps_SendEveryEventInOrderWithHeaders()
    {
        await using var receiver = await StartReceiverAsync();
        Host.Configure(options => (options.AutoAdvance, options.Tempo.Every) = (true, TimeSpan.FromMilliseconds(1)));

        var id = await RaiseAsync();
        var received = await receiver.NextAsync(6);

        Assert.Equal(Events[..6], received.Select(delivery => delivery.Event));
        Assert.All(received, delivery => Assert.Equal(id, delivery.Callout.GetProperty("id").GetInt64()));
        Assert.All(received, delivery => Assert.Equal("Bearer webhook-secret", delivery.Headers["Authorization"]));
        Assert.All(received, delivery => Assert.Equal(("POST", "one"), (delivery.Method, delivery.Headers["X-Site"])));
        Assert.All(received, delivery => Assert.StartsWith("application/json", delivery.Headers["Content-Type"], StringComparison.Ordinal));
        Assert.Equal("closed", await StatusAsync(id));
    }

    [Fact]
    public async Task Lifecycle_ManyCallouts_KeepTheOrderOfEach()
    {
        await using var receiver = await StartReceiverAsync();
        Host.Configure(options => (options.AutoAdvance, options.Tempo.Every) = (true, TimeSpan.FromMilliseconds(1)));

        for (var site = 1; site <= 20; site++) Host.Raise($"SITE-{site:0000}");
        var received = await receiver.NextAsync(20 * 6);

        var byCallout = received.GroupBy(delivery => delivery.Callout.GetProperty("id").GetInt64()).ToList();
        Assert.Equal(20, byCallout.Count);
        Assert.All(byCallout, deliveries => Assert.Equal(Events[..6], deliveries.Select(delivery => delivery.Event)));
    }

    [Fact]
    public async Task Cancel_AutomaticSteps_StandsDownAtOnceThenCloses()
    {
        await using var receiver = await StartReceiverAsync();
        Host.Configure(options => (options.AutoAdvance, options.Tempo.Owned, options.Tempo.Closed) =
            (true, TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(1)));

        var id = await RaiseAsync();
        await PostAsync($"/panic-api/v2/callouts/{id}/cancel");
        await PostAsync($"/panic-api/v2/callouts/{id}/cancel");

        Assert.Equal(
            ["NEW_CALLOUT", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE", "CALLOUT_CLOSED"],
            (await receiver.NextAsync(3)).Select(delivery => delivery.Event));
    }

    [Fact]
    public async Task Body_Rich_HasTheCapturedMembers()
    {
        await using var receiver = await StartReceiverAsync();
        var id = await RaiseAsync();
        Host.Step(id);
        Host.Step(id);

        var received = await receiver.NextAsync(3);

        Assert.Equal("REAL", received[0].Callout.GetProperty("calloutClassification").GetProperty("value").GetString());
        Assert.Equal(120001, received[0].Incident.GetProperty("predefinedLocationId").GetInt64());
        Assert.Equal(JsonValueKind.Object, received[0].Incident.GetProperty("incidentcategory").ValueKind);
        Assert.False(received[0].Incident.TryGetProperty("responder", out _));
        Assert.NotEmpty(received[2].Incident.GetProperty("responder").GetProperty("name").GetString()!);
        Assert.NotEmpty(received[2].Incident.GetProperty("supplier").GetProperty("name").GetString()!);
        Assert.EndsWith("Z", received[2].Incident.GetProperty("dispatchedAt").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_Minimal_HasTheIdAlone()
    {
        await using var receiver = await StartReceiverAsync();
        await PutAsync($"{Control}/options", """{"webhookBody":"Minimal"}""");
        var id = await RaiseAsync();

        Assert.Equal($$$"""{"message":"NEW_CALLOUT","callout":{"id":{{{id}}}}}""", (await receiver.NextAsync()).Body.GetRawText());
    }

    [Fact]
    public async Task Silent_StepsByHand_MoveWithoutDeliveries()
    {
        await using var receiver = await StartReceiverAsync();
        Host.Configure(options => (options.Silent, options.AutoAdvance, options.Tempo.Every) = (true, true, TimeSpan.Zero));
        var id = await RaiseAsync();

        var cancelled = await RaiseAsync("SITE-0002");
        await PostAsync($"/panic-api/v2/callouts/{cancelled}/cancel");
        for (var step = 0; step < 4; step++) await PostAsync($"{Control}/callouts/{id}/step");
        Assert.Equal("Responder Completed", await StatusAsync(id));
        await PostAsync($"{Control}/callouts/{id}/step");
        Assert.Equal("closed", await StatusAsync(id));

        await SendEventAsync(id, "LAST");
        await SendEventAsync(cancelled, "LAST");
        var received = await receiver.NextAsync(5);
        Assert.Equal(["NEW_CALLOUT", "LAST"], Of(received, id));
        Assert.Equal(["NEW_CALLOUT", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE", "LAST"], Of(received, cancelled));
        Assert.Equal("Responder Cancelled", await StatusAsync(cancelled));
    }

    [Fact]
    public async Task Silent_TurnedOff_CalloutsMoveAgain()
    {
        await using var receiver = await StartReceiverAsync();
        Host.Configure(options => (options.Silent, options.AutoAdvance, options.Tempo.Every) = (true, true, TimeSpan.FromMilliseconds(1)));
        await RaiseAsync();

        await PutAsync($"{Control}/options", """{"silent":false}""");

        Assert.Equal(Events[..6], (await receiver.NextAsync(6)).Select(delivery => delivery.Event));
    }

    [Fact]
    public async Task Events_NotAskedFor_AreNotSent()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await PostAsync(Register, Registration(receiver.Url, "CALLOUT_CLOSED", "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA"));
        var id = await RaiseAsync();
        for (var step = 0; step < 5; step++) Host.Step(id);

        Assert.Equal(
            ["RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA", "CALLOUT_CLOSED"], (await receiver.NextAsync(2)).Select(delivery => delivery.Event));
    }

    [Fact]
    public async Task Registering_Again_ReplacesTheFirst()
    {
        await using var first = await StartReceiverAsync();
        await using var second = await StartReceiverAsync();

        var id = await RaiseAsync();

        Host.Step(id);

        Assert.Equal(Events[..2], (await second.NextAsync(2)).Select(delivery => delivery.Event));
        Assert.Equal(0, first.Waiting);
        Assert.Equal(second.Url, Host.State.Main.Webhook!.Url);
    }

    [Fact]
    public async Task Registering_RightBody_AnswersTheNotifier()
    {
        var answer = await PostAsync(Register, Registration(new Uri("https://console.example/webhooks/aura"), "NEW_CALLOUT"));
        var config = answer.Body.GetProperty("notifier").GetProperty("config")[0];

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Message);
        Assert.Equal("https://console.example/webhooks/aura", config.GetProperty("url").GetString());
        Assert.Equal("webhook", config.GetProperty("method").GetString());
        Assert.Equal("one", config.GetProperty("headers").GetProperty("X-Site").GetString());
    }

    [Theory]
    [InlineData("""{"events":["NEW_CALLOUT"]}""", "url")]
    [InlineData("""{"url":"http://console.example/hook","events":["NEW_CALLOUT"]}""", "https")]
    [InlineData("""{"url":"hook","events":["NEW_CALLOUT"]}""", "https")]
    [InlineData("""{"url":"https://console.example/hook"}""", "events")]
    [InlineData("""{"url":"https://console.example/hook","events":[]}""", "events")]
    [InlineData("""{"url":"https://console.example/hook","events":["NEW_CALLOUT","NEW_MOON"]}""", "NEW_MOON")]
    [InlineData("""{"url":"https://console.example/hook","events":["NEW_CALLOUT"],"headers":{"a b":"c"}}""", "headers")]
    [InlineData("""{"url":"https://console.example/hook","events":["NEW_CALLOUT"],"headers":{"a":"b\r\nc: d"}}""", "headers")]
    [InlineData("""{"url":"https://console.example/hook","events":["NEW_CALLOUT"],"headers":["a"]}""", "headers")]
    public async Task Registering_WrongBody_Answers400AndKeepsNothing(string body, string about)
    {
        var answer = await PostAsync(Register, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(about, answer.Message, StringComparison.Ordinal);
        Assert.Null(Host.State.Main.Webhook);
    }

    private static IEnumerable<string> Of(IEnumerable<WebhookReceiver.Received> received, long id) => received
        .Where(delivery => delivery.Callout.GetProperty("id").GetInt64() == id)
        .Select(delivery => delivery.Event);

    private async Task<WebhookReceiver> StartReceiverAsync()
    {
        var receiver = await WebhookReceiver.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Register, Registration(receiver.Url, Events))).Status);
        return receiver;
    }

    private async Task SendEventAsync(long id, string name)
    {
        var answer = await PostAsync($"{Control}/webhooks/send", $$"""{"calloutId":{{id}},"event":"{{name}}"}""");
        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
    }
}
