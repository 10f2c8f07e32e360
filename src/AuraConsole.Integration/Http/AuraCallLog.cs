namespace AuraConsole.Integration.Http;

/// <summary>One call to AURA, without anything that names a person: ids and references are left out of the path.</summary>
/// <param name="At">When its answer came, or it was given up; UTC.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path with names in place of ids and references.</param>
/// <param name="Status">The answer's number; null when none came.</param>
/// <param name="Error">Null for an answer that was understood.</param>
/// <param name="Elapsed">From asking to the last byte, waiting for a token and retries included.</param>
/// <param name="CorrelationId">Finds the call in the log, and at AURA.</param>
public sealed record AuraCallRecord(
    DateTimeOffset At, string Method, string Path, int? Status, AuraErrorKind? Error, TimeSpan Elapsed, string CorrelationId);

/// <summary>The last calls of this process, for whoever looks after the connection. Safe for threads.</summary>
public sealed class AuraCallLog
{
    /// <summary>So many calls are kept.</summary>
    public const int Most = 200;

    private readonly Lock _gate = new();
    private readonly Queue<AuraCallRecord> _calls = new(Most);

    /// <summary>A copy, newest first.</summary>
    public IReadOnlyList<AuraCallRecord> Recent
    {
        get
        {
            lock (_gate)
                return [.. _calls.Reverse()];
        }
    }

    internal void Add(AuraCallRecord call)
    {
        lock (_gate)
        {
            if (_calls.Count == Most)
                _calls.Dequeue();
            _calls.Enqueue(call);
        }
    }
}
