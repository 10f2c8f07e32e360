using System.Security.Claims;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Hosting.Security;

/// <summary>
/// A circuit outlives the request that made it; this asks every minute whether its user may still be here. An end of the sign-in is
/// pushed besides (<see cref="SessionCircuit"/>); what comes past the console, as by a tool on the database, is found here.
/// </summary>
internal sealed class RevalidatingUserState(
    ILoggerFactory logs, IServiceScopeFactory scopes, SignInSessions sessions, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => IdentitySetup.Revalidation;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancellationToken) =>
        MayStayAsync(state.User, cancellationToken);

    internal async Task<bool> MayStayAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!await sessions.IsOpenAsync(user, cancellationToken))
            return false;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
        if (await users.GetUserAsync(user) is not { } known)
            return false;
        var stamp = user.FindFirst(options.Value.ClaimsIdentity.SecurityStampClaimType)?.Value;
        return stamp == await users.GetSecurityStampAsync(known) && await HasRolesAsync(users, known, user);
    }

    // a role that was given meanwhile waits for the next page; one that was taken away ends this one
    private static async Task<bool> HasRolesAsync(UserManager<ConsoleUser> users, ConsoleUser known, ClaimsPrincipal user)
    {
        var held = await users.GetRolesAsync(known);
        return user.FindAll(ClaimTypes.Role).All(role => held.Contains(role.Value));
    }
}
