using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Unit.Wallboards;

public sealed class BoardPulseTests
{
    private static ScreenSight Sight(Spine spine) => new(static () => Scope.Everything, spine.Services.GetRequiredService<Scopes>().Feed, static row => row);

    [Fact]
    public async Task Timer_EverySoOften_SendsTheServersTimeToAllScreens()
    {
        await using var spine = await Spine.StartAsync();
        var screens = spine.Services.GetService(typeof(BoardScreens)) as BoardScreens;
        var (one, other) = (new Screen(), new Screen());
        await AddAsync(spine, screens!, one, null);
        await AddAsync(spine, screens!, other, Guid.NewGuid());
        await spine.RunAsync<BoardPulse>();

        await spine.Time.TimerSetAsync(BoardPulse.Interval);
        spine.Time.Advance(BoardPulse.Interval);
        await Until.TrueAsync(() => one.Pulses.Count == 1 && other.Pulses.Count == 1);
        spine.Time.Advance(BoardPulse.Interval);
        await Until.TrueAsync(() => one.Pulses.Count == 2);

        Assert.Equal(spine.Time.GetUtcNow(), one.Pulses[^1].At);
        Assert.Equal(Pulse.ThisBuild, one.Pulses[^1].Build);
    }

    [Fact]
    public async Task Screen_ThatDoesNotTakeItsPulse_HoldsUpNobodyAndGetsNoHeap()
    {
        await using var spine = await Spine.StartAsync();
        var screens = new BoardScreens();
        var (stuck, fine) = (new Screen { Taken = new TaskCompletionSource() }, new Screen());
        await AddAsync(spine, screens, stuck, null);
        await AddAsync(spine, screens, fine, null);
        var pulse = Pulse.Of(new UpstreamState(), spine.Time.GetUtcNow());

        for (var i = 0; i < 5; i++)
            screens.SendPulse(pulse);

        Assert.Equal((1, 5), (stuck.Pulses.Count, fine.Pulses.Count));
        stuck.Taken!.SetResult();
        await Until.TrueAsync(() =>
        {
            screens.SendPulse(pulse);
            return stuck.Pulses.Count > 1;
        });
    }

    [Fact]
    public async Task CutOff_AbortsTheTokensScreensAloneAndAnyThatComesLater()
    {
        await using var spine = await Spine.StartAsync();
        var screens = new BoardScreens();
        var token = Guid.NewGuid();
        var mine = await AddAsync(spine, screens, new Screen(), token);
        var person = await AddAsync(spine, screens, new Screen(), null);
        var other = await AddAsync(spine, screens, new Screen(), Guid.NewGuid());

        screens.CutOff(token);
        var late = new Connection();
        var push = new BoardPush(spine.Board, spine.Services.GetRequiredService<AuraConsole.Web.Live.Clocks.StageClocks>(), new Screen(), Sight(spine), NullLogger.Instance);

        Assert.False(screens.Add(token, late, push));
        Assert.Equal((true, false, false, true), (mine.IsAborted, person.IsAborted, other.IsAborted, late.IsAborted));
    }

    private static async Task<Connection> AddAsync(Spine spine, BoardScreens screens, Screen screen, Guid? token)
    {
        var connection = new Connection();
        var push = new BoardPush(spine.Board, spine.Services.GetRequiredService<AuraConsole.Web.Live.Clocks.StageClocks>(), screen, Sight(spine), NullLogger.Instance);
        screens.Add(token, connection, push);
        await push.StartAsync();
        return connection;
    }

    private sealed class Screen : IBoardClient
    {
        public List<Pulse> Pulses { get; } = [];

        public TaskCompletionSource? Taken { get; init; }

        public Task CalloutChanged(BoardRow row) => Task.CompletedTask;

        public Task Snapshot(BoardRow[] rows) => Task.CompletedTask;

        public Task Pulse(Pulse pulse)
        {
            Pulses.Add(pulse);
            return Taken?.Task ?? Task.CompletedTask;
        }
    }

    private sealed class Connection : HubCallerContext
    {
        public bool IsAborted { get; private set; }

        public override string ConnectionId { get; } = Guid.NewGuid().ToString();

        public override string? UserIdentifier => null;

        public override System.Security.Claims.ClaimsPrincipal? User => null;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => IsAborted = true;
    }
}
