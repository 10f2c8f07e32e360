using System.Collections.Concurrent;

namespace AuraConsole.Web.Access.Sessions;

/// <summary>
/// What was last read about sign-ins, so that not every request reads the database. An end is known at once and never forgotten while an
/// older reading may still be under way.
/// </summary>
internal sealed class KnownSessions(TimeProvider time)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, Known> _known = new();

    /// <summary>Null: has to be read.</summary>
    public bool? Find(Guid id) => _known.TryGetValue(id, out var known) && (!known.IsOpen || time.GetUtcNow() - known.At < Fresh) ? known.IsOpen : null;

    public void Remember(Guid id, bool isOpen)
    {
        var read = new Known(isOpen, time.GetUtcNow());
        _known.AddOrUpdate(id, read, (_, old) => old.IsOpen ? read : old);
    }

    /// <summary>Keeps the memory small.</summary>
    public void Sweep()
    {
        var oldest = time.GetUtcNow() - Kept;
        foreach (var (id, known) in _known)
        {
            if (known.At < oldest)
                _known.TryRemove(id, out _);
        }
    }

    private sealed record Known(bool IsOpen, DateTimeOffset At);
}
