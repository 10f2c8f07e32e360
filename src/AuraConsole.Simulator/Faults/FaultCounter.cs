namespace AuraConsole.Simulator.Faults;

/// <summary>"The next n": n uses are left, or without end when negative.</summary>
internal sealed class FaultCounter
{
    private int _left;

    public int Value
    {
        get => Volatile.Read(ref _left);
        set => Volatile.Write(ref _left, value);
    }

    /// <summary>Takes one use; false when none is left.</summary>
    public bool TryTake()
    {
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left == 0) return false;
            if (left < 0 || Interlocked.CompareExchange(ref _left, left - 1, left) == left) return true;
        }
    }
}
