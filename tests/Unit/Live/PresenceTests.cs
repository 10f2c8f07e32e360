using AuraConsole.Unit.Support;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Unit.Live;

public sealed class PresenceTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly Presence _presence;

    public PresenceTests() => _presence = new Presence(_time, NullLogger<Presence>.Instance);

    public void Dispose() => _presence.Dispose();

    [Fact]
    public void LastConnectionGone_AfterTheGrace_IsAway()
    {
        _presence.Connected("a", "Anna");
        _presence.Connected("a", "Anna");
        _presence.Disconnected("a");
        _time.Advance(Presence.Grace * 2);
        var withOne = _presence.IsOn("a");

        _presence.Disconnected("a");
        _time.Advance(Presence.Grace - TimeSpan.FromMilliseconds(1));
        var within = _presence.IsOn("a");
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal((true, true, false), (withOne, within, _presence.IsOn("a")));
        Assert.Empty(_presence.Now);
    }

    [Fact]
    public void Reload_WithinTheGrace_IsNoLeaving()
    {
        _presence.Connected("a", "Anna");
        _presence.Disconnected("a");
        _time.Advance(Presence.Grace / 2);

        _presence.Connected("a", "Anna");
        _time.Advance(Presence.Grace * 2);

        Assert.True(_presence.IsOn("a"));
    }

    [Fact]
    public async Task ComingAndLeaving_AreToldOf()
    {
        var rung = 0;
        using var subscription = _presence.Feed.Subscribe(() => { Interlocked.Increment(ref rung); return Task.CompletedTask; });

        _presence.Connected("a", "Anna");
        await Until.TrueAsync(() => Volatile.Read(ref rung) == 1);
        _presence.Disconnected("a");
        _time.Advance(Presence.Grace);

        await Until.TrueAsync(() => Volatile.Read(ref rung) == 2);
    }

    [Fact]
    public void Disconnected_OfNobody_IsNothing()
    {
        _presence.Disconnected("ghost");
        _time.Advance(Presence.Grace);

        Assert.Empty(_presence.Now);
    }
}
