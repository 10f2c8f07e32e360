using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Access.Links;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Faults;
using AuraConsole.Web.Hosting.Security;
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
        services.AddSingleton<AccountLinks>();
        services.AddValidatedOptions<AccessOptions, AccessOptionsValidator>(AccessOptions.Section);
        services.AddSingleton<CodeProvider>();
        services.AddScoped<CodeSetUp>();
        services.AddScoped<PasskeySetUp>();
        services.Configure<IdentityPasskeyOptions>(static passkeys =>
        {
            // the device makes sure who holds it, so that a passkey counts for two factors, and it knows the account by itself
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            // Identity would compare with the request's Origin, which no-referrer makes "null" for a sent form
            passkeys.ValidateOrigin = static context => ValueTask.FromResult(
                !context.CrossOrigin && SameOriginCheck.IsSameHost(context.Origin, context.HttpContext.Request));
        });
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
