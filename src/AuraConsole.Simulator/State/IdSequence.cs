namespace AuraConsole.Simulator.State;

/// <summary>
/// Ids that do not come back after a restart although nothing is stored: they start at the quarter seconds since 2024 and count up,
/// so they fit 32 bits until 2041 and a restart is ahead of everything given out at fewer than four a second.
/// </summary>
internal sealed class IdSequence(TimeProvider time)
{
    private static readonly DateTimeOffset Origin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // simulators that follow each other in one process may start within the same quarter second
    private static long _highest;

    public long Start { get; } = Math.Max(1_000_000, (long)((time.GetUtcNow() - Origin).TotalSeconds * 4));

    public long Next()
    {
        while (true)
        {
            var highest = Interlocked.Read(ref _highest);
            var next = Math.Max(highest, Start) + 1;
            if (Interlocked.CompareExchange(ref _highest, next, highest) == highest) return next;
        }
    }
}
