using AuraConsole.Web.Components.Account;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Hosting.Security;

internal static class FirstAdminGate
{
    /// <summary>While there is no user, every page leads to where the first one is made.</summary>
    public static void UseFirstAdminGate(this WebApplication app)
    {
        var firstAdmin = app.Services.GetRequiredService<FirstAdmin>();
        app.Use((context, next) =>
        {
            var path = context.Request.Path;
            if (!firstAdmin.IsWanted || !ErrorSetup.IsPageRequest(context) || path == AccountPaths.FirstAdmin
                || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
                return next(context);
            context.Response.Redirect(AccountPaths.FirstAdmin);
            return Task.CompletedTask;
        });
    }
}
