using AuraConsole.Web.Access;
using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Access.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AuraConsole.Web.Components.Account;

/// <summary>What a browser asks before it makes or uses a passkey. The forms of the pages carry the answer back.</summary>
internal static class PasskeyEndpoints
{
    private const string Json = "application/json";

    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost(AccountPaths.PasskeyCreation, CreationAsync);
        // Anonymous: this is how somebody becomes known
        app.MapPost(AccountPaths.PasskeyRequest, RequestAsync).AllowAnonymous();
    }

    private static async Task<Results<ContentHttpResult, BadRequest, ForbidHttpResult>> CreationAsync(
        HttpContext context, IAntiforgery antiforgery, ConsoleSignIn signIn, SignInSessions sessions, PasskeySetUp setUp)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } user || !await sessions.IsProvedAsync(context.User, context.RequestAborted))
            return TypedResults.Forbid();
        return TypedResults.Content(await setUp.OptionsAsync(user), Json);
    }

    private static async Task<Results<ContentHttpResult, BadRequest>> RequestAsync(HttpContext context, IAntiforgery antiforgery, ConsoleSignIn signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        // for no user in particular: the answer would tell who exists
        return TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), Json);
    }
}
