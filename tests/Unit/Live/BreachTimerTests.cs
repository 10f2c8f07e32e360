using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Live;

public sealed class BreachTimerTests : IAsyncLifetime
{
    private Spine _spine = null!;
    private int _rung;

    public async Task InitializeAsync()
    {
        _spine = await Spine.StartAsync();
        await PresetAsync(60);
        await _spine.RunAsync<BreachTimer>();
    }

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Breach_OfAClock_TellsThoseWhoShowThatCallout()
    {
        Publish(1);
        using var subscription = _spine.Board.Feed.Subscribe(() => { Interlocked.Increment(ref _rung); return Task.CompletedTask; }, calloutId: 1);
        await _spine.Time.TimerSetAsync(TimeSpan.FromMilliseconds(60_001));

        _spine.Time.Advance(TimeSpan.FromSeconds(61));

        await Until.TrueAsync(() => Volatile.Read(ref _rung) == 1);
        Assert.Equal(ClockState.Breached, Order().ClockOf(1)!.Value.At(_spine.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Breach_OrdersTheBoardAnew()
    {
        Publish(1);
        _spine.Time.Advance(TimeSpan.FromSeconds(30));
        Publish(2, Urgency.Medical);
        var before = Order().Active.Select(row => row.Id).ToList();
        await _spine.Time.TimerSetAsync(TimeSpan.FromMilliseconds(30_001));

        _spine.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal([2, 1], before);
        Assert.Equal([1, 2], Order().Active.Select(row => row.Id));
    }

    [Fact]
    public async Task Preset_Shortened_SetsTheTimerAnew()
    {
        Publish(1);
        await _spine.Time.TimerSetAsync(TimeSpan.FromMilliseconds(60_001));
        _spine.Time.Advance(TimeSpan.FromSeconds(1));

        await PresetAsync(20);

        await _spine.Time.TimerSetAsync(TimeSpan.FromMilliseconds(19_001));
    }

    private OrderedBoard Order() => _spine.Services.GetRequiredService<BoardOrder>().Now;

    private void Publish(long id, Urgency urgency = Urgency.Security)
    {
        var now = _spine.Time.GetUtcNow();
        _spine.Board.Publish([Rows.Of(id) with { FirstSeenAt = now, StageSince = now, Urgency = urgency }]);
    }

    private async Task PresetAsync(int seconds)
    {
        await _spine.ReadAsync(async db =>
        {
            await db.StageClockPresets.ExecuteDeleteAsync();
            db.StageClockPresets.Add(new StageClockPreset { Name = "one", ClaimBreach = seconds, IsDefault = true });
            return await db.SaveChangesAsync();
        });
        await _spine.Services.GetRequiredService<StageClocks>().LoadAsync(CancellationToken.None);
    }
}
