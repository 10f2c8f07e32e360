using AuraConsole.Simulator;

namespace AuraConsole.E2E.Support;

/// <summary>A running console with an AURA and a data folder of its own.</summary>
internal abstract class ConsoleHost(ConsoleSettings settings, SimulatorHost aura) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public abstract Uri Address { get; }

    public SimulatorHost Aura { get; private set; } = aura;

    public HostLog Log { get; } = new();

    public ConsoleDatabase Database => field ??= new ConsoleDatabase(Data);

    protected DataFolder Data { get; } = new();

    protected Dictionary<string, string> Configuration => settings.ConfigurationFor(Aura, Data);

    public static async Task<ConsoleHost> StartAsync(ConsoleSettings settings)
    {
        var aura = await SimulatorHost.StartAsync(settings.SimulatorOptions());
        ConsoleHost host = settings.OwnProcess ? new ChildConsole(settings, aura) : new InProcessConsole(settings, aura);
        try
        {
            await host.StartAsync();
            if (settings.RegistersWebhook) await host.Api.RegisterWebhookAsync(host.WebhookUrl, ConsoleSettings.Secret);
            return host;
        }
        catch (Exception exception)
        {
            var lines = string.Join(Environment.NewLine, host.Log.Lines);
            await host.DisposeAsync();
            throw new InvalidOperationException($"The console did not start. {lines}", exception);
        }
    }

    public Uri WebhookUrl => new(Address, "/webhooks/aura");

    /// <summary>AURA's API, as an integration of the test's own uses it.</summary>
    public AuraClient Api => field ??= new AuraClient(Aura);

    public HttpClient Http => _http;

    /// <summary>Nobody listens at AURA's address any more.</summary>
    public ValueTask StopAuraAsync() => Aura.DisposeAsync();

    /// <summary>An AURA at the same address again, which knows neither callouts, nor tokens, nor the webhook.</summary>
    public async Task StartAuraAgainAsync()
    {
        var options = settings.SimulatorOptions();
        options.Url = Aura.Url.GetLeftPart(UriPartial.Authority);
        Aura = await SimulatorHost.StartAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Database.Dispose();
        Api.Dispose();
        _http.Dispose();
        await Aura.DisposeAsync();
        Data.Dispose();
    }

    protected abstract void Launch();

    protected abstract Task StopAsync();

    protected virtual void ThrowIfEnded()
    {
    }

    /// <summary>Returns when the console answers that it is ready.</summary>
    protected async Task StartAsync()
    {
        Launch();
        await Until.TrueAsync(IsReadyAsync, "the console is ready", StartPatience);
    }

    private async Task<bool> IsReadyAsync()
    {
        ThrowIfEnded();
        try
        {
            using var answer = await _http.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }
}
