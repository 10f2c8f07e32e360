using System.Collections.Concurrent;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Apply;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Live;
using AuraConsole.Web.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Reconciliation;

public sealed class PollerRestTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Round_ReadsAllButThoseThatRest_AndEveryThirdReadsThemToo()
    {
        var aura = new FakeCallouts();
        await using var spine = await Spine.StartAsync(more: services => services.AddSingleton<ICalloutsApi>(aura));
        await spine.HappenAsync(Bodies.Minimal(Bodies.Acknowledged, 1));
        await spine.HappenAsync(Bodies.Minimal(Bodies.Acknowledged, 2));
        await spine.HappenAsync(Bodies.Minimal(Bodies.Acknowledged, 3));
        await Given.MissingAsync(spine, 3);
        spine.Time.Advance(4 * Poll);
        // 1 moved just now while deliveries arrive; 2 has been quiet; AURA does not know 3
        await spine.HappenAsync(Bodies.Minimal(Bodies.Arrived, 1));
        spine.Services.GetRequiredService<UpstreamStatus>().Delivered(spine.Time.GetUtcNow());
        await spine.RunAsync<ActiveCalloutPoller>();
        await spine.Time.TimerSetAsync(Poll);

        Assert.Equal([2, 3], await RoundAsync(spine, aura, 2));
        Assert.Equal([2], await RoundAsync(spine, aura, 1));
        Assert.Equal([1, 2], await RoundAsync(spine, aura, 2));
        // by now 1 has been quiet, too
        Assert.Equal([1, 2, 3], await RoundAsync(spine, aura, 3));
    }

    [Fact]
    public async Task Round_WithoutDeliveries_ReadsEvenWhatMovedJustNow()
    {
        var aura = new FakeCallouts();
        await using var spine = await Spine.StartAsync(more: services => services.AddSingleton<ICalloutsApi>(aura));
        foreach (var id in new[] { 1, 2, 3 })
            await Given.ReadingAsync(spine, new AuraCallout { Id = id, Status = "created" });
        await spine.RunAsync<ActiveCalloutPoller>();
        await spine.Time.TimerSetAsync(Poll);

        Assert.Equal([1, 2, 3], await RoundAsync(spine, aura, 3));
        Assert.Equal([1, 2, 3], await RoundAsync(spine, aura, 3));
    }

    [Fact]
    public async Task Round_WithACalloutThatCannotBeApplied_ReadsTheOthers()
    {
        var aura = new FakeCallouts();
        await using var spine = await Spine.StartAsync(more: services => services.AddSingleton<ICalloutsApi>(aura));
        for (var id = 1; id <= 12; id++)
            await Given.ReadingAsync(spine, new AuraCallout { Id = id, Status = "created" });
        await spine.ExecuteAsync("CREATE TRIGGER Bad BEFORE UPDATE ON Callouts WHEN NEW.AuraId < 7 BEGIN SELECT RAISE(ABORT, 'bad'); END");
        aura.Status = "Responder Arrived";
        await spine.RunAsync<ActiveCalloutPoller>();
        await spine.Time.TimerSetAsync(Poll);

        spine.Time.Advance(Poll);

        await Until.TrueAsync(() => spine.Board.Now.Active.Values.Count(row => row.AuraStatus == "Responder Arrived") == 6);
    }

    private static async Task<IEnumerable<long>> RoundAsync(Spine spine, FakeCallouts aura, int expected)
    {
        aura.Read.Clear();
        spine.Time.Advance(Poll);
        await Until.TrueAsync(() => aura.Read.Count >= expected);
        return aura.Read.Order();
    }

    private sealed class FakeCallouts : SilentCalloutsApi
    {
        public ConcurrentBag<long> Read { get; } = [];

        public string? Status { get; set; }

        public override Task<AuraCallout> GetAsync(long calloutId, CancellationToken cancellationToken = default)
        {
            Read.Add(calloutId);
            return Task.FromResult(new AuraCallout { Id = calloutId, Status = Status });
        }
    }
}
