using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AuraConsole.Web.Live;

/// <summary>Counts open circuits for the meter.</summary>
public sealed class CircuitCounter(ConsoleMeters meters) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        meters.CircuitOpened();
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        meters.CircuitClosed();
        return Task.CompletedTask;
    }
}
