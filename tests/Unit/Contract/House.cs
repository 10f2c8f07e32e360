using System.Globalization;
using System.Text;
using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;
using AuraConsole.Simulator.State;
using AuraConsole.Unit.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>A simulator in one dialect, and the real client for two of its customer sources, over real HTTP.</summary>
public sealed class House : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = Patience };
    private int _lastNumber;

    private House(SimulatorHost server, ShiftedTime time)
    {
        (Server, Time) = (server, time);
        Aura = new AuraClient(server.Url, server.Options.ClientId, server.Options.ClientSecret);
        Foreign = new AuraClient(server.Url, "other", "other-secret");
    }

    public SimulatorHost Server { get; }

    /// <summary>The simulator's time; the client has the system's.</summary>
    public ShiftedTime Time { get; }

    /// <summary>The client of the source that owns the seeded sites and customers.</summary>
    public AuraClient Aura { get; }

    /// <summary>The client of another source, which owns nothing of that.</summary>
    public AuraClient Foreign { get; }

    public bool IsBare => Server.Options.Dialect == Dialect.Bare;

    public SourceState Main => Server.State.Main;

    public static async Task<House> StartAsync(Dialect dialect, Action<SimulatorOptions>? change = null)
    {
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", AutoAdvance = false, Dialect = dialect };
        options.ExtraClients["other"] = "other-secret";
        change?.Invoke(options);
        var time = new ShiftedTime();
        return new House(await SimulatorHost.StartAsync(options, time), time);
    }

    /// <summary>A text that no other test of this house has.</summary>
    public string Unique(string prefix) => $"{prefix}-{Number():0000}";

    public string NewMobile() => "+2771" + Number().ToString("0000000", CultureInfo.InvariantCulture);

    public Task<AuraSite> NewSiteAsync(long? customerId = null) => Aura.Sites.CreateAsync(new SiteDetails
    {
        Reference = Unique("site"),
        Latitude = -26.1,
        Longitude = 28.05,
        CustomerId = customerId,
    });

    /// <summary>A customer with an active subscription, or without any.</summary>
    public Task<AuraCustomer> NewCustomerAsync(bool covered = true, string? mobile = null) => Aura.Customers.CreateAsync(new NewCustomer
    {
        Customer = new CustomerDetails { Name = "Lindiwe", Surname = "Nkosi", Mobile = mobile ?? NewMobile() },
        Subscription = covered ? new NewCustomerSubscription(4, Now.AddDays(-1), Now.AddYears(1)) : null,
    });

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>A new callout at a site of its own.</summary>
    public async Task<AuraCallout> RaiseAsync() =>
        (await Aura.Callouts.RaiseForSiteAsync((await NewSiteAsync()).Reference, new RaiseForSite())).Callout;

    public Task<RaisedCallout> RaiseForAsync(long customerId) => Aura.Callouts.RaiseForCustomerAsync(
        customerId, new RaiseForCustomer { Position = new CalloutPosition(-26.1, 28.05, 10), ResponseTypeId = 1 });

    /// <summary>Steps a callout by hand until the simulator has closed it.</summary>
    public void Close(long calloutId)
    {
        while (Server.Step(calloutId) is { IsActive: true }) Assert.NotNull(Server.State.SourceOfCallout(calloutId));
    }

    /// <summary>The call is refused as told, with words of the simulator's.</summary>
    public static async Task<AuraApiException> RefusedAsync(AuraErrorKind kind, int status, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(call);
        Assert.Equal((kind, status), (failure.Kind, failure.Status));
        Assert.False(string.IsNullOrWhiteSpace(failure.AuraMessage), "The refusal carries no message.");
        return failure;
    }

    /// <summary>What the client would not send: its own checks come first.</summary>
    public async Task<(int Status, string Message)> SendAsync(string method, string path, string? body = null, string? token = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(method, path, content, token);
    }

    public async Task<(int Status, string Message)> SendAsync(string method, string path, HttpContent? content, string? token = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Server.Url, path)) { Content = content };
        if (token is not "")
            request.Headers.Authorization = new("Bearer", token ?? (await Aura.Tokens.GetAsync(CancellationToken.None)).Value);
        using var response = await _http.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var message = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("message", out var words)
            ? words.GetString()
            : null;
        return ((int)response.StatusCode, message ?? "");
    }

    /// <summary>How often the simulator was asked, by the log of its last 200 requests.</summary>
    public int Asked(string method, string path, int status) =>
        Server.State.Requests.Count(entry => entry.Method == method && entry.Path == path && entry.Status == status);

    public async ValueTask DisposeAsync()
    {
        Aura.Dispose();
        Foreign.Dispose();
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private int Number() => Interlocked.Increment(ref _lastNumber);
}
