using AuraConsole.Web.Access;
using AuraConsole.Web.Access.SingleSignOn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AuraConsole.Web.Components.Account;

internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this WebApplication app)
    {
        // Anonymous: somebody whose cookie has just run out must still get from here to the sign-in page
        app.MapPost(AccountPaths.Logout, SignOutAsync).AllowAnonymous();
        app.MapGet(AccountPaths.Alive, static () => TypedResults.NoContent());
        app.MapPasskeys();
        app.MapSingleSignOn();
    }

    private static async Task<RedirectHttpResult> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, ConsoleSignIn signIn)
    {
        if (signIn.IsSignedIn(context.User))
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return TypedResults.LocalRedirect(AccountPaths.Leave);
            await signIn.LeaveAsync();
        }
        return TypedResults.LocalRedirect(AccountPaths.Login);
    }
}
