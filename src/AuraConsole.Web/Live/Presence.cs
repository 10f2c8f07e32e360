using System.Collections.Immutable;

namespace AuraConsole.Web.Live;

/// <summary>
/// Who is on: people with at least one connected board. A reload or a short loss of the connection is no leaving, so whoever has lost
/// the last one counts as on for a moment longer.
/// </summary>
public sealed class Presence(TimeProvider time, ILogger<Presence> logger) : IDisposable
{
    /// <summary>How long somebody without any connection still counts as on.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private ImmutableDictionary<string, string> _now = ImmutableDictionary<string, string>.Empty;

    /// <summary>Names by user id.</summary>
    public ImmutableDictionary<string, string> Now => Volatile.Read(ref _now);

    /// <summary>Rings after somebody came or left.</summary>
    public LiveFeed Feed { get; } = new(time, logger);

    public bool IsOn(string userId) => Now.ContainsKey(userId);

    /// <summary>One more connection of a person.</summary>
    public void Connected(string userId, string name)
    {
        lock (_lock)
        {
            if (!_people.TryGetValue(userId, out var person))
                _people.Add(userId, person = new Person());
            person.Connections++;
            person.Leaving?.Dispose();
            person.Leaving = null;
            if (Now.GetValueOrDefault(userId) == name)
                return;
            Volatile.Write(ref _now, Now.SetItem(userId, name));
        }
        Feed.Publish();
    }

    /// <summary>One connection less.</summary>
    public void Disconnected(string userId)
    {
        lock (_lock)
        {
            if (!_people.TryGetValue(userId, out var person) || --person.Connections > 0)
                return;
            person.Leaving?.Dispose();
            person.Leaving = time.CreateTimer(_ => Left(userId), null, Grace, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var person in _people.Values)
                person.Leaving?.Dispose();
            _people.Clear();
        }
    }

    private void Left(string userId)
    {
        lock (_lock)
        {
            // back again while the timer was already firing
            if (!_people.TryGetValue(userId, out var person) || person.Connections > 0)
                return;
            person.Leaving?.Dispose();
            _people.Remove(userId);
            Volatile.Write(ref _now, Now.Remove(userId));
        }
        Feed.Publish();
    }

    private sealed class Person
    {
        public int Connections { get; set; }

        public ITimer? Leaving { get; set; }
    }
}
