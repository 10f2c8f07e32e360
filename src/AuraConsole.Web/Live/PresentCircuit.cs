using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AuraConsole.Web.Live;

/// <summary>Tells <see cref="Presence"/> of this circuit's person while its browser is connected; a kept circuit without one is nobody.</summary>
internal sealed class PresentCircuit(Presence presence, AuthenticationStateProvider authentication) : CircuitHandler
{
    private string? _userId;

    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (_userId is not null || user.Identity?.IsAuthenticated != true)
            return;
        _userId = user.UserId();
        presence.Connected(_userId, user.DisplayName());
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => LeaveAsync();

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => LeaveAsync();

    private Task LeaveAsync()
    {
        if (_userId is { } left)
            presence.Disconnected(left);
        _userId = null;
        return Task.CompletedTask;
    }
}
