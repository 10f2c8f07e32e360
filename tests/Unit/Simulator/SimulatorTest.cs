using System.Net;
using System.Text;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

/// <summary>A simulator of its own per test, spoken to over real HTTP by a client that shares nothing with it.</summary>
public abstract class SimulatorTest : IAsyncLifetime
{
    protected const string Sites = "/panic-api/v2/predefinedLocations";
    protected const string Control = "/simulator/api";
    protected const string Callouts = "/panic-api/v2/callouts";
    protected const string Customers = "/panic-api/v2/customers";
    protected const string LiveRaise = """{"location":{"latitude":-26.1,"longitude":28.05,"accuracy":10},"responseTypeId":1}""";

    /// <summary>Seeded, with an active subscription and the safe code 0001.</summary>
    protected const long FirstCustomer = 450001;

    /// <summary>Seeded, without any subscription.</summary>
    protected const long UncoveredCustomer = 450008;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private string? _token;

    protected SimulatorOptions Options { get; } = new() { Url = "http://127.0.0.1:0", AutoAdvance = false };

    protected ShiftedTime Time { get; } = new();

    protected SimulatorHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Prepare(Options);
        Host = await SimulatorHost.StartAsync(Options, Time);
        _token = await TokenAsync(Options.ClientId, Options.ClientSecret);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
    }

    protected virtual void Prepare(SimulatorOptions options)
    {
    }

    protected static string RaisePath(string reference) => $"{Sites}/externalRef/{Uri.EscapeDataString(reference)}/callouts";

    protected async Task<string> TokenAsync(string clientId, string secret)
    {
        var answer = await SendAsync(
            HttpMethod.Post, "/panic-api/v2/oauth/token", $$"""{"clientId":"{{clientId}}","clientSecret":"{{secret}}"}""", token: "");
        var body = answer.Body;
        return (body.TryGetProperty("accessToken", out var newer) ? newer : body.GetProperty("access_token")).GetString()!;
    }

    protected async Task<Answer> SendAsync(
        HttpMethod method, string path, string? body = null, string? token = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, new Uri(Host.Url, path));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token != "") request.Headers.Add("Authorization", "Bearer " + (token ?? _token));
        using var response = await _http.SendAsync(request, cancellationToken);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken))
        {
            RetryAfter = response.Headers.RetryAfter?.Delta,
            ContentType = response.Content.Headers.ContentType?.MediaType,
        };
    }

    protected Task<Answer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token: token);

    protected Task<Answer> PostAsync(string path, string body = "{}", string? token = null) => SendAsync(HttpMethod.Post, path, body, token);

    protected Task<Answer> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body);

    protected Task<Answer> DeleteAsync(string path, string? token = null) => SendAsync(HttpMethod.Delete, path, token: token);

    /// <summary>A callout for a seeded customer with an active subscription.</summary>
    protected async Task<long> RaiseForCustomerAsync(long customerId = FirstCustomer)
    {
        var answer = await PostAsync($"{Customers}/{customerId}/callouts", LiveRaise);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (answer.Body.TryGetProperty("callout", out var wrapped) ? wrapped : answer.Body).GetProperty("id").GetInt64();
    }

    protected void Close(long calloutId)
    {
        while (Host.Step(calloutId) is { IsActive: true }) Assert.NotNull(Host.State.SourceOfCallout(calloutId));
    }

    protected static void AssertRefused(HttpStatusCode status, Answer answer, string? about = null)
    {
        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Message);
        if (about is not null) Assert.Contains(about, answer.Message, StringComparison.Ordinal);
    }

    protected async Task<WebhookReceiver> StartReceiverAsync(params string[] events)
    {
        var receiver = await WebhookReceiver.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/panic-api/v2/notifiers/webhooks", Registration(receiver.Url, events))).Status);
        return receiver;
    }

    protected async Task<long> RaiseAsync(string reference = "SITE-0001")
    {
        var answer = await PostAsync(RaisePath(reference));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body.GetProperty("callout").GetProperty("id").GetInt64();
    }

    protected async Task<string> StatusAsync(long id) =>
        (await GetAsync($"/panic-api/v2/callouts/{id}")).Body.GetProperty("callout").GetProperty("status").GetString()!;

    protected static string Registration(Uri url, params string[] events) =>
        $$"""{"url":"{{url}}","events":["{{string.Join("\",\"", events)}}"],"headers":{"Authorization":"Bearer webhook-secret","X-Site":"one"} }""";

    protected sealed record Answer(HttpStatusCode Status, string Text)
    {
        public JsonElement Body => JsonDocument.Parse(Text).RootElement;

        public TimeSpan? RetryAfter { get; init; }

        public string? ContentType { get; init; }

        public string Message => Body.GetProperty("message").GetString()!;
    }
}

/// <summary>The system's time, moved forward at will; timers run as usual.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public void Shift(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);
}
