using System.Text.Encodings.Web;
using AuraConsole.Web.Hosting;
using AuraConsole.Web.Hosting.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Wallboard.Access;

/// <summary>Knows a screen by its token, at the wallboard and its hub alone; everywhere else there is no such scheme.</summary>
internal sealed class WallboardHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, WallboardTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!WallboardCookie.Reaches(Request.Path) || WallboardCookie.Read(Request) is not { } text)
            return AuthenticateResult.NoResult();
        return await tokens.CheckAsync(text, Context.RequestAborted) is { } id
            ? AuthenticateResult.Success(new AuthenticationTicket(WallboardAccess.Screen(id), Scheme.Name))
            : AuthenticateResult.Fail("The wallboard token opens nothing.");
    }

    // The sign-in's cookie scheme has answered before; only a screen whose token has ended is better told so than asked for a password.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (ErrorSetup.IsPageRequest(Context) && WallboardCookie.Read(Request) is not null)
            Response.Redirect(WallboardPaths.Ended);
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Task.CompletedTask;
}
