using AuraConsole.Integration;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Auth;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Unit.Integration;

/// <summary>The library as a host registers it, with a stub (or a real address) for AURA and a clock in the test's hand.</summary>
internal sealed class AuraHarness : IDisposable
{
    public const string Secret = "do-not-log-this-secret";

    private readonly ServiceProvider _services;

    public AuraHarness(string? baseUrl = null, int readRetries = 2, int maxResponseBytes = 65536, HttpMessageHandler? handler = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ILoggerProvider>(Logs);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        services.AddAuraIntegration(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Aura:BaseUrl"] = baseUrl ?? "http://aura.test",
            ["Aura:ClientId"] = "client",
            ["Aura:ClientSecret"] = Secret,
            ["Aura:AttemptTimeout"] = AttemptTimeout.ToString(),
            ["Aura:ReadRetries"] = $"{readRetries}",
            ["Aura:MaxResponseBytes"] = $"{maxResponseBytes}",
        }).Build());
        if (handler is not null)
        {
            services.AddHttpClient(AuraHttp.Client).ConfigurePrimaryHttpMessageHandler(() => handler);
        }
        else if (baseUrl is null)
        {
            services.AddHttpClient(AuraHttp.Client).ConfigurePrimaryHttpMessageHandler(() => Aura);
            services.AddHttpClient(AuraHttp.TokenClient).ConfigurePrimaryHttpMessageHandler(() => Aura);
        }

        _services = services.BuildServiceProvider();
    }

    public static TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(7);

    public StubAuraHandler Aura { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public CollectedLogs Logs { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ISitesApi Sites => _services.GetRequiredService<ISitesApi>();

    public ICalloutsApi Callouts => _services.GetRequiredService<ICalloutsApi>();

    public IWebhooksApi Webhooks => _services.GetRequiredService<IWebhooksApi>();

    public AuraTokenProvider Tokens => _services.GetRequiredService<AuraTokenProvider>();

    /// <summary>
    /// Lets time pass until the call is over; fails after ten real seconds. Slowly enough that a call which is at work on another thread
    /// does not find its time-out over between two of its steps.
    /// </summary>
    public async Task<T> PassTimeAsync<T>(Task<T> call)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!call.IsCompleted && TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10))
        {
            Time.Advance(TimeSpan.FromMilliseconds(250));
            await pulse.WaitForNextTickAsync();
        }

        return await call.WaitAsync(TimeSpan.FromSeconds(1));
    }

    public void Dispose() => _services.Dispose();
}
