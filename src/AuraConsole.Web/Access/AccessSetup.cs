using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;

namespace AuraConsole.Web.Access;

internal static class AccessSetup
{
    private static readonly string[] Carried = [ConsoleClaims.SessionType, ConsoleClaims.MethodType];

    /// <summary>Adds sign-ins that can be ended, and all that hangs on them.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<SessionDoors>();
        services.AddSingleton<SignInSessions>();
        services.AddScoped<CircuitHandler, SessionCircuit>();
        services.AddSingleton<SessionFilter>();
        services.Configure<HubOptions>(static hubs => hubs.AddFilter<SessionFilter>());
        // the principal is made anew every minute, and would lose what the sign-in itself had put into it
        services.Configure<SecurityStampValidatorOptions>(static options => options.OnRefreshingPrincipal = static context =>
        {
            if (context.NewPrincipal?.Identities.First() is { } identity)
                identity.AddClaims(context.CurrentPrincipal?.FindAll(static claim => Carried.Contains(claim.Type)) ?? []);
            return Task.CompletedTask;
        });
        return services;
    }
}
