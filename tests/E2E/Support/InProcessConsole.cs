using AuraConsole.Simulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AuraConsole.E2E.Support;

/// <summary>The console in the test's own process, on a real port.</summary>
internal sealed class InProcessConsole : ConsoleHost
{
    private readonly Factory _factory;

    public InProcessConsole(ConsoleSettings settings, SimulatorHost aura)
        : base(settings, aura)
    {
        _factory = new Factory(Configuration, Log);
        _factory.UseKestrel(0);
    }

    public override Uri Address => _factory.ClientOptions.BaseAddress;

    protected override void Launch() => _factory.StartServer();

    protected override async Task StopAsync() => await _factory.DisposeAsync();

    private sealed class Factory(Dictionary<string, string> configuration, HostLog log) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (key, value) in configuration) builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
        }
    }
}
