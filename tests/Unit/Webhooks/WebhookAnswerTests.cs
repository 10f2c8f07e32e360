using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Webhooks;

/// <summary>The answers AURA gets, and what is in the table afterwards.</summary>
public sealed class WebhookAnswerTests(WebhookAnswerTests.Console console) : IClassFixture<WebhookAnswerTests.Console>
{
    private const int MaxBody = 4096;

    [Theory]
    [InlineData("NEW_CALLOUT", "callout", 101L)]
    [InlineData("CREATED_CUSTOMER", "customer", 102L)]
    [InlineData("SOMETHING_AURA_ADDED_LATER", "gadget", null)]
    public async Task Delivery_KnownOrNot_IsStoredAsItCame(string name, string entity, long? id)
    {
        var body = $$"""{ "message":"{{name}}", "{{entity}}":{"id":{{id ?? 103}}} }""";

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body));

        var stored = Assert.Single(await StoredAsync(), d => Encoding.UTF8.GetString(d.Body) == body);
        Assert.Equal((name, id, 0), (stored.Event, stored.EntityId, stored.Repeats));
    }

    [Fact]
    public async Task Delivery_Repeated_IsAnsweredAlikeAndStoredOnce()
    {
        var body = Bodies.Minimal(Bodies.Arrived, 111);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(body));

        Assert.Equal(2, Assert.Single(await StoredAsync(111)).Repeats);
    }

    [Fact]
    public async Task Delivery_Headers_AreKeptWithoutTheSecret()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Bodies.Minimal(Bodies.Arrived, 113)));

        var headers = Assert.Single(await StoredAsync(113)).Headers!;
        Assert.Contains("Content-Type: application/json", headers, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(": (withheld)", headers, StringComparison.Ordinal);
        Assert.DoesNotContain(Console.Secret, headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivery_OfAnEventThatTrulyRepeats_IsStoredEachTime()
    {
        var body = Bodies.Minimal(Bodies.EventsChanged, 112);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(body));

        Assert.Equal([0, 0], (await StoredAsync(112)).Select(d => d.Repeats));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{\"message\":\"NEW_CALLOUT\"")]
    [InlineData("[{\"message\":\"NEW_CALLOUT\"}]")]
    [InlineData("{\"callout\":{\"id\":121}}")]
    [InlineData("{\"message\":7,\"callout\":{\"id\":121}}")]
    public async Task Delivery_NotJsonOrWithoutMessage_Is400(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body));

        Assert.Empty(await StoredAsync(121));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret-of-the-test-and-more")]
    [InlineData("A-SECRET-OF-THE-TEST")]
    [InlineData("Bearer a-secret-of-the-test")]
    public async Task Delivery_WithAWrongOrMissingSecret_Is401AndNothingIsStored(string? secret)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Bodies.Minimal(Bodies.Created, 131), secret));

        Assert.Empty(await StoredAsync(131));
    }

    [Fact]
    public async Task Delivery_WithTheSecretInAnotherHeader_Is401()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Bodies.Minimal(Bodies.Created, 132), header: "Authorization"));

        Assert.Empty(await StoredAsync(132));
    }

    [Theory]
    [InlineData(MaxBody, false, HttpStatusCode.OK)]
    [InlineData(MaxBody, true, HttpStatusCode.OK)]
    [InlineData(MaxBody + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(MaxBody + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(3_000_000, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(3_000_000, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Delivery_UpToTheLimit_IsTaken(int length, bool isChunked, HttpStatusCode expected)
    {
        var id = length + (isChunked ? 10_000_000 : 0);
        var body = Bodies.Minimal(Bodies.Created, id).PadRight(length);

        Assert.Equal(expected, await PostAsync(body, isChunked: isChunked));

        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, (await StoredAsync(id)).Count);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    public async Task Delivery_OfOtherContent_Is415(string? type, HttpStatusCode expected) =>
        Assert.Equal(expected, await PostAsync(Bodies.Minimal(Bodies.Created, 141), type: type));

    [Fact]
    public async Task Refusal_SaysNothingButItsNumber()
    {
        using var answer = await SendAsync(Bodies.Minimal(Bodies.Created, 142), secret: "wrong");

        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Get_IsNoDelivery()
    {
        using var client = console.CreateClient();

        using var answer = await client.GetAsync("/webhooks/aura");

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized });
    }

    private async Task<HttpStatusCode> PostAsync(
        string body, string? secret = Console.Secret, string header = Console.Header, string? type = "application/json", bool isChunked = false)
    {
        using var answer = await SendAsync(body, secret, header, type, isChunked);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(
        string body, string? secret = Console.Secret, string header = Console.Header, string? type = "application/json", bool isChunked = false)
    {
        using var client = console.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/aura")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        request.Headers.TransferEncodingChunked = isChunked;
        if (isChunked)
            request.Content.Headers.ContentLength = null;
        if (secret is not null)
            request.Headers.TryAddWithoutValidation(header, secret);
        return await client.SendAsync(request);
    }

    private async Task<List<Delivery>> StoredAsync(long? id = null)
    {
        await using var db = await console.Services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        return await db.Deliveries.AsNoTracking().Where(d => id == null || d.EntityId == id).OrderBy(d => d.Id).ToListAsync();
    }

    public sealed class Console : ConsoleFactory
    {
        public const string Header = "X-Aura-Secret";
        public const string Secret = "a-secret-of-the-test";

        public Console()
        {
            Settings["Webhook:HeaderName"] = Header;
            Settings["Webhook:Secret"] = Secret;
            Settings["Webhook:MaxBodyBytes"] = $"{MaxBody}";
        }
    }
}
