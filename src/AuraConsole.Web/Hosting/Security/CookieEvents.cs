using System.Globalization;
using AuraConsole.Web.Access.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace AuraConsole.Web.Hosting.Security;

/// <summary>
/// The cookie slides with use, but not for ever: it dies a day after its password was typed, and at once when its sign-in is ended.
/// Redirects are for pages; a script that asks gets the bare status.
/// </summary>
internal sealed class CookieEvents(TimeProvider clock, SignInSessions sessions) : CookieAuthenticationEvents
{
    private const string SignedInAt = "auraconsole.signed_in_at";

    public override Task SigningIn(CookieSigningInContext context)
    {
        // kept as it is when a running session's cookie is written anew (password change, new roles)
        context.Properties.Items.TryAdd(SignedInAt, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsTooOld(context.Properties) || !await sessions.IsOpenAsync(context.Principal!, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        RedirectPage(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        RedirectPage(context, StatusCodes.Status403Forbidden);

    private bool IsTooOld(AuthenticationProperties properties) =>
        !properties.Items.TryGetValue(SignedInAt, out var text)
        || !long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
        || clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) > SessionLife.Longest;

    private static Task RedirectPage(RedirectContext<CookieAuthenticationOptions> context, int otherwise)
    {
        var isForm = HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType;
        if (isForm || ErrorSetup.IsPageRequest(context.HttpContext))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = otherwise;
        return Task.CompletedTask;
    }
}
