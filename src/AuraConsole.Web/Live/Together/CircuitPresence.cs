using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AuraConsole.Web.Live.Together;

/// <summary>What one browser has open. A circuit outlives its connection for minutes: whoever is cut off is not shown as being there.</summary>
public sealed class CircuitPresence(CalloutPresence presence) : CircuitHandler
{
    private readonly Lock _gate = new();
    private readonly List<PresentHere> _open = [];
    private bool _isDown;

    public PresentHere Enter(long calloutId, Operator who)
    {
        var here = presence.Enter(calloutId, who);
        lock (_gate)
        {
            _open.Add(here);
            if (_isDown)
                here.SetSeen(false);
        }
        return here;
    }

    public void Leave(PresentHere here)
    {
        lock (_gate)
            _open.Remove(here);
        here.Dispose();
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(isDown: true);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(isDown: false);

    private Task SetAsync(bool isDown)
    {
        lock (_gate)
        {
            _isDown = isDown;
            _open.ForEach(here => here.SetSeen(!isDown));
        }
        return Task.CompletedTask;
    }
}
