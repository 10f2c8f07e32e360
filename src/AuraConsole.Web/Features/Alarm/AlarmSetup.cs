using AuraConsole.Web.Data;
using AuraConsole.Web.Hosting.Faults;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuraConsole.Web.Features.Alarm;

public static class AlarmSetup
{
    /// <summary>Adds the sound: its rules for a circuit, and the registry of consoles that have it.</summary>
    public static IServiceCollection AddAlarm(this IServiceCollection services)
    {
        services.AddValidatedOptions<AlarmOptions, AlarmOptionsValidator>(AlarmOptions.Section);
        services.AddSingleton<ArmedConsoles>();
        services.AddSingleton<AlarmCalls>();
        services.AddSingleton<SoundTests>();
        services.AddSingleton<UserPreferences>();
        services.AddScoped<ArmedConsole>();
        services.AddScoped<CircuitHandler>(static circuit => circuit.GetRequiredService<ArmedConsole>());
        services.AddScoped<AlarmConsole>();
        // made at start: the silence counts from then on, also when no browser ever comes
        services.AddHostedService<ArmedConsolesStartup>();
        services.AddHealthChecks().AddCheck<SoundHealthCheck>("sound", HealthStatus.Degraded);
        return services;
    }
}
