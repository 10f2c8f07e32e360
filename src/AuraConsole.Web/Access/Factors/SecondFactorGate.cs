using System.Security.Claims;
using AuraConsole.Web.Components.Account;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access.Factors;

/// <summary>Whoever's role demands a second factor and has shown none reaches nothing but the page where one is set up.</summary>
internal static class SecondFactorGate
{
    private static readonly PathString[] Open = [AccountPaths.Security, AccountPaths.Leave, AccountPaths.Logout];

    public static bool Owes(this AccessOptions options, ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && !user.HasSecondFactor() && options.Demands(user.IsInRole);

    public static void UseSecondFactorGate(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<AccessOptions>>().Value;
        app.Use((context, next) =>
        {
            if (!options.Owes(context.User) || IsOpen(context))
                return next(context);
            if (ErrorSetup.IsPageRequest(context))
                context.Response.Redirect(AccountPaths.Security);
            else
                // as for somebody who is not signed in: an open page that is told so loads itself anew, and is led there
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
    }

    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || Array.Exists(Open, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
