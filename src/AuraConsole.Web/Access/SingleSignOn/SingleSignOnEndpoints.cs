using AuraConsole.Web.Components.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access.SingleSignOn;

/// <summary>Leads to the provider, and takes in whoever comes back.</summary>
internal static class SingleSignOnEndpoints
{
    public const string Trouble = "trouble";

    private const string Done = AccountPaths.SingleSignOn + "/done";

    public static void MapSingleSignOn(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<SingleSignOnOptions>>().Value.Enabled)
            return;
        // Anonymous: this is how somebody becomes known
        app.MapGet(AccountPaths.SingleSignOn, Leave).AllowAnonymous();
        app.MapGet(Done, EnterAsync).AllowAnonymous();
    }

    public static string Back(SingleSignOnTrouble trouble) => $"{AccountPaths.Login}?{Trouble}={trouble}";

    private static ChallengeHttpResult Leave(ConsoleSignIn signIn, string? returnUrl)
    {
        var back = $"{Done}?{AccountPaths.ReturnUrl}={Uri.EscapeDataString(AccountPaths.LocalOrBoard(returnUrl))}";
        return TypedResults.Challenge(signIn.ConfigureExternalAuthenticationProperties(SingleSignOnSetup.Scheme, back), [SingleSignOnSetup.Scheme]);
    }

    private static async Task<RedirectHttpResult> EnterAsync(HttpContext context, ConsoleSignIn signIn, SingleSignOnDesk desk, IOptions<SingleSignOnOptions> options, string? returnUrl)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } login)
            return TypedResults.LocalRedirect(Back(SingleSignOnTrouble.Failed));
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        var (userId, trouble) = await desk.ResolveAsync(login, context.RequestAborted);
        if (userId is null || await signIn.UserManager.FindByIdAsync(userId) is not { } user)
            return TypedResults.LocalRedirect(Back(trouble));
        var url = AccountPaths.LocalOrBoard(returnUrl);
        var result = await signIn.TrySingleSignOnAsync(user, login, options.Value.CountsAsMfa);
        return TypedResults.LocalRedirect(result switch
        {
            { Succeeded: true } => url,
            { RequiresTwoFactor: true } => $"{AccountPaths.Code}?{AccountPaths.ReturnUrl}={Uri.EscapeDataString(url)}",
            _ => Back(SingleSignOnTrouble.Refused),
        });
    }
}
