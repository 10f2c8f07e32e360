namespace AuraConsole.Web.Access.Sessions;

/// <summary>What is open by which sign-in: circuits and hub connections. When the sign-in ends, each of them is shut.</summary>
public sealed partial class SessionDoors(ILogger<SessionDoors> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, List<Door>> _open = [];

    /// <summary>Whether anything is open by this sign-in.</summary>
    public bool IsOn(Guid session)
    {
        lock (_gate)
            return _open.ContainsKey(session);
    }

    /// <param name="session">The sign-in.</param>
    /// <param name="shut">Runs when it ends, on any thread; does not wait.</param>
    /// <returns>Dispose it when the door has shut by itself.</returns>
    internal IDisposable Open(Guid session, Action shut)
    {
        var door = new Door(this, session, shut);
        lock (_gate)
        {
            if (!_open.TryGetValue(session, out var doors))
                _open.Add(session, doors = []);
            doors.Add(door);
        }
        return door;
    }

    internal void Shut(Guid session)
    {
        Door[] doors;
        lock (_gate)
            doors = _open.TryGetValue(session, out var open) ? [.. open] : [];
        foreach (var door in doors)
        {
            try
            {
                door.Shut();
            }
            catch (Exception exception)
            {
                // one that fails must not keep the others open
                Log.NotShut(logger, exception, session);
            }
        }
    }

    private void Remove(Door door)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(door.Session, out var doors) && doors.Remove(door) && doors.Count == 0)
                _open.Remove(door.Session);
        }
    }

    private sealed class Door(SessionDoors doors, Guid session, Action shut) : IDisposable
    {
        public Guid Session => session;

        public void Shut() => shut();

        public void Dispose() => doors.Remove(this);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Something that was open by the ended sign-in {Session} did not shut")]
        public static partial void NotShut(ILogger logger, Exception exception, Guid session);
    }
}
