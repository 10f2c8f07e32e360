using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound.Sending;

/// <summary>One raise at a time for a site, one cancel at a time for a callout. A gate lives only while somebody uses it.</summary>
public sealed class CommandGates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(CommandKind Kind, long Id), Gate> _gates = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _gates.Count;
        }
    }

    /// <summary>Waits for its turn; the answer ends it.</summary>
    public async Task<IDisposable> EnterAsync(CommandKind kind, long id, CancellationToken cancellationToken)
    {
        var gate = Join((kind, id));
        try
        {
            await gate.Open.WaitAsync(cancellationToken);
            return new Turn(this, gate);
        }
        catch
        {
            Leave(gate);
            throw;
        }
    }

    private Gate Join((CommandKind, long) key)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(key, out var gate))
                _gates[key] = gate = new Gate(key);
            gate.Users++;
            return gate;
        }
    }

    private void Leave(Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users == 0)
                _gates.Remove(gate.Key);
        }
    }

    private sealed class Gate((CommandKind, long) key)
    {
        public (CommandKind, long) Key => key;

        public SemaphoreSlim Open { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Turn(CommandGates gates, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Open.Release();
            gates.Leave(gate);
        }
    }
}
