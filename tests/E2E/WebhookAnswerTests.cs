using System.Net;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AuraConsole.E2E;

public sealed class WebhookAnswerTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const long CalloutId = 7001;

    [Fact]
    public Task Delivery_WithoutOrWithWrongSecret_Is401AndNothingIsStored() => RunAsync(async () =>
    {
        var (console, deliveries) = await StartWithDeliveriesAsync();
        var body = Deliveries.Body("NEW_CALLOUT", CalloutId);

        var without = await deliveries.SendAsync(body, secret: null);
        var wrong = await deliveries.SendAsync(body, ConsoleSettings.Secret + "x");
        var unsaid = await deliveries.SendAsync("not even JSON", secret: "guess", contentType: "text/plain");

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [without, wrong, unsaid]);
        await AssertOnlyTheNextIsStoredAsync(console, deliveries);
    });

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"callout\":{\"id\":1}}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"message\":\"NEW_CALLOUT\",\"callout\":{\"id\":1}}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public Task Delivery_NotOfAurasForm_IsRefusedAndNothingIsStored(string body, string contentType, HttpStatusCode expected) => RunAsync(async () =>
    {
        var (console, deliveries) = await StartWithDeliveriesAsync();

        var answer = await deliveries.SendAsync(body, contentType: contentType);

        Assert.Equal(expected, answer);
        await AssertOnlyTheNextIsStoredAsync(console, deliveries);
    });

    [Fact]
    public Task Delivery_TooLarge_Is413AndNothingIsStored() => RunAsync(async () =>
    {
        var (console, deliveries) = await StartWithDeliveriesAsync(new() { ["Webhook:MaxBodyBytes"] = "2048" });
        var body = $$"""{"message":"NEW_CALLOUT","padding":"{{new string('x', 4096)}}"}""";

        var answer = await deliveries.SendAsync(body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer);
        await AssertOnlyTheNextIsStoredAsync(console, deliveries);
    });

    [Fact]
    public Task Delivery_Repeated_Is200AndOneRow() => RunAsync(async () =>
    {
        var (console, deliveries) = await StartWithDeliveriesAsync();
        var body = Deliveries.Body("CALLOUT_OWNED", CalloutId);

        var answers = new[] { await deliveries.SendAsync(body), await deliveries.SendAsync(body), await deliveries.SendAsync(body) };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        var stored = Assert.Single(await StoredAsync(console));
        Assert.Equal((CalloutId, 2), (stored.EntityId, stored.Repeats));
    });

    [Fact]
    public Task Delivery_OfAnUnknownEvent_Is200AndKept() => RunAsync(async () =>
    {
        var (console, deliveries) = await StartWithDeliveriesAsync();

        var answer = await deliveries.SendAsync("""{"message":"SOMETHING_NEW","thing":{"id":5}}""");

        Assert.Equal(HttpStatusCode.OK, answer);
        await Until.TrueAsync(
            async () => (await StoredAsync(console)) is [{ Event: "SOMETHING_NEW", Status: DeliveryStatus.Ignored }], "it is kept and ignored");
    });

    /// <summary>A good delivery, stored alone, shows that those before it were not.</summary>
    private static async Task AssertOnlyTheNextIsStoredAsync(ConsoleHost console, Deliveries deliveries)
    {
        Assert.Equal(HttpStatusCode.OK, await deliveries.SendAsync(Deliveries.Body("CALLOUT_OWNED", CalloutId)));
        var stored = Assert.Single(await StoredAsync(console));
        Assert.Equal(("CALLOUT_OWNED", CalloutId), (stored.Event, stored.EntityId));
    }

    private static Task<List<Delivery>> StoredAsync(ConsoleHost console) =>
        console.Database.ReadAsync(db => db.Deliveries.AsNoTracking().ToListAsync());

    private async Task<(ConsoleHost Console, Deliveries Deliveries)> StartWithDeliveriesAsync(Dictionary<string, string>? configuration = null)
    {
        var console = await StartAsync(new ConsoleSettings { Configuration = configuration ?? [] });
        return (console, new Deliveries(console));
    }
}
