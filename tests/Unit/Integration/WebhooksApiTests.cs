using System.Net;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Webhooks;

namespace AuraConsole.Unit.Integration;

public sealed class WebhooksApiTests : IDisposable
{
    private const string Route = "POST /panic-api/v2/notifiers/webhooks";

    private readonly AuraHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Register_Body_AsTheWebhooksPageShows()
    {
        _harness.Aura.Answer(Route, """{"message":"ok","notifier":{"config":[]}}""");

        await _harness.Webhooks.RegisterAsync(new WebhookRegistration
        {
            Url = new Uri("https://console.test/webhooks/aura"),
            Events = ["NEW_CALLOUT", "CALLOUT_CLOSED"],
            Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer long" },
        });

        Assert.Equal(
            """{"url":"https://console.test/webhooks/aura","events":["NEW_CALLOUT","CALLOUT_CLOSED"],"method":"webhook","headers":{"Authorization":"Bearer long"}}""",
            Assert.Single(_harness.Aura.Calls).Body);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(201, """{"notifier":{}}""")]
    [InlineData(204, "")]
    public async Task Register_AnyKindOfDone_Succeeds(int status, string body)
    {
        _harness.Aura.Answer(Route, body, (HttpStatusCode)status);

        await _harness.Webhooks.RegisterAsync(Registration());

        Assert.DoesNotContain("headers", Assert.Single(_harness.Aura.Calls).Body);
    }

    [Fact]
    public async Task Register_NameUnknownToAura_Invalid()
    {
        _harness.Aura.Answer(Route, """{"message":"Unknown event"}""", HttpStatusCode.BadRequest);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Webhooks.RegisterAsync(Registration()));

        Assert.Equal((AuraErrorKind.Invalid, "Unknown event"), (failure.Kind, failure.AuraMessage));
    }

    private static WebhookRegistration Registration() =>
        new() { Url = new Uri("https://console.test/webhooks/aura"), Events = AuraEventNames.All };
}
