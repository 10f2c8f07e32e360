using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Live.Together;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuraConsole.Web.Live;

public static class LiveSetup
{
    /// <summary>Adds the board, what changes callouts, and the push to screens.</summary>
    public static IServiceCollection AddLiveBoard(this IServiceCollection services)
    {
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Board>();
        services.AddSingleton<CustomerFeed>();
        services.AddSingleton<UpstreamStatus>();
        services.AddSingleton<ConsoleMeters>();
        services.TryAddSingleton<AuditLog>();
        services.AddSingleton<CalloutWriter>();
        services.AddSingleton<CalloutClaims>();
        services.AddSingleton<CalloutNotes>();
        services.AddSingleton<StageClocks>();
        services.AddSingleton<BoardOrder>();
        services.AddSingleton<Presence>();
        services.AddSingleton<CalloutIncidents>();
        services.AddSingleton<CalloutPresence>();
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitPresence>());
        services.AddScoped<CircuitHandler, CircuitCounter>();
        services.AddScoped<CircuitHandler, PresentCircuit>();
        services.AddSingleton<Scopes>();
        services.AddHostedService<ScopesStartup>();
        services.AddScoped<VisibleBoard>();
        services.AddHostedService<BoardStartup>();
        services.AddHostedService<BreachTimer>();
        services.AddSingleton<BoardScreens>();
        services.AddHostedService<BoardPulse>();
        services.AddSignalR().AddJsonProtocol(static json => json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, BoardJsonContext.Default));
        return services;
    }
}
