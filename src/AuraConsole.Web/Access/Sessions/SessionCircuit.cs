using System.Security.Claims;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AuraConsole.Web.Access.Sessions;

/// <summary>A circuit outlives the request that made it: when its sign-in ends, whoever sits there is nobody, and the page leads to sign-in.</summary>
internal sealed class SessionCircuit(SessionDoors doors, SignInSessions sessions, AuthenticationStateProvider authentication) : CircuitHandler
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private IDisposable? _door;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (user.SessionId() is not { } session)
            return;
        _door = doors.Open(session, End);
        // ended between the request that made this circuit and now
        if (!await sessions.IsOpenAsync(user, cancellationToken))
            End();
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _door?.Dispose();
        return Task.CompletedTask;
    }

    private void End() => (authentication as IHostEnvironmentAuthenticationStateProvider)?.SetAuthenticationState(Task.FromResult(Nobody));
}
