using AuraConsole.Web.Features.Wallboard.Access;
using AuraConsole.Web.Hosting.Security;
using Microsoft.AspNetCore.Authentication;

namespace AuraConsole.Web.Features.Wallboard;

internal static class WallboardSetup
{
    /// <summary>Adds the wallboard's tokens and the scheme by which its screens are known.</summary>
    public static IServiceCollection AddWallboard(this IServiceCollection services)
    {
        services.AddSingleton<WallboardTokens>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, WallboardHandler>(WallboardAccess.Scheme, configureOptions: null);
        return services;
    }
}
