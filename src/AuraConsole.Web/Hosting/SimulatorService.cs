using AuraConsole.Integration;
using AuraConsole.Simulator;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Hosting;

/// <summary>The stand-in for AURA inside this process, over real HTTP (configuration section <c>Aura:Simulator</c>).</summary>
internal sealed class SimulatorService(IOptions<SimulatorOptions> options, TimeProvider time, ILoggerFactory loggers) : IHostedService
{
    private SimulatorHost? _host;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _host = await SimulatorHost.StartAsync(options.Value, time, loggers, cancellationToken);
        }
        catch (IOException taken)
        {
            throw new OptionsValidationException(SimulatorOptions.SectionName, typeof(SimulatorOptions),
                [$"{SimulatorOptions.SectionName}:Url {options.Value.Url} cannot be used: {taken.Message}"]);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }
}

internal static class SimulatorSetup
{
    /// <summary>Adds AURA's client; with the simulator enabled, also the simulator, and points the client at it.</summary>
    public static void AddAura(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SimulatorOptions.SectionName);
        services.AddAuraIntegration(configuration);
        services.Configure<SimulatorOptions>(section);
        if (!section.GetValue<bool>(nameof(SimulatorOptions.Enabled)))
            return;
        services.AddOptions<SimulatorOptions>()
            .Validate(static simulator => simulator.Validate().Count == 0, $"{SimulatorOptions.SectionName} holds a value the simulator cannot use")
            .ValidateOnStart();
        services.PostConfigure<AuraOptions>(aura => aura.BaseUrl = new Uri(section[nameof(SimulatorOptions.Url)] ?? new SimulatorOptions().Url));
        services.AddHostedService<SimulatorService>();
        services.AddHostedService<SimulatorWebhook>();
    }
}
