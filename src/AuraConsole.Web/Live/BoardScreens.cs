using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace AuraConsole.Web.Live;

/// <summary>The screens connected to the hub, so that each gets its pulse and a revoked token cuts its own off at once.</summary>
public sealed class BoardScreens
{
    private readonly ConcurrentDictionary<string, Screen> _open = new();

    // for ever, because so is revoking; a screen that was let in just before must not slip through
    private readonly ConcurrentDictionary<Guid, byte> _cut = new();

    public int CountOf(Guid token) => _open.Values.Count(screen => screen.Token == token);

    public void CutOff(Guid token)
    {
        _cut[token] = 0;
        foreach (var screen in _open.Values.Where(screen => screen.Token == token))
            screen.Connection.Abort();
    }

    /// <summary>Every screen that took its last pulse gets the next; one that did not holds up nobody.</summary>
    internal void SendPulse(Pulse pulse)
    {
        foreach (var screen in _open.Values)
            _ = screen.Push.SendPulseAsync(pulse);
    }

    /// <summary>False: its token was revoked meanwhile, and it is cut off.</summary>
    /// <param name="token">The token that opened it; null for a person's.</param>
    /// <param name="connection">Its connection.</param>
    /// <param name="push">What sends to it.</param>
    internal bool Add(Guid? token, HubCallerContext connection, BoardPush push)
    {
        _open[connection.ConnectionId] = new Screen(token, connection, push);
        if (token is not { } id || !_cut.ContainsKey(id))
            return true;
        connection.Abort();
        return false;
    }

    internal void Remove(HubCallerContext connection)
    {
        if (_open.TryRemove(connection.ConnectionId, out var screen))
            screen.Push.Dispose();
    }

    private sealed record Screen(Guid? Token, HubCallerContext Connection, BoardPush Push);
}
