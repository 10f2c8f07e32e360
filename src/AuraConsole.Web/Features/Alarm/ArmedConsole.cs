using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>One circuit's word about its sound. A browser out of reach does not count, whatever it last said: nobody knows about it.</summary>
public sealed class ArmedConsole(ArmedConsoles all) : CircuitHandler, IDisposable
{
    private readonly Lock _lock = new();
    private bool _reported;
    private bool _connected = true;
    private bool _gone;

    public void Report(bool armed) => Change(() => _reported = armed);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Change(() => _connected = true);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Change(() => _connected = false);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => Change(() => _gone = true);

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            all.Set(this, _reported && _connected && !_gone);
        }
    }
}
