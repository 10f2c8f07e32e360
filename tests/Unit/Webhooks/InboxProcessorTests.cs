using System.Data.Common;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Webhooks;

public sealed class InboxProcessorTests
{
    [Fact]
    public async Task Start_WithPendingDeliveriesOfTheLastRun_AppliesThem()
    {
        await using var before = await Spine.StartAsync();
        await before.RunAsync<InboxWriter>();
        await before.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 7));
        await before.DeliverAsync(Bodies.Minimal(Bodies.Arrived, 7));
        await using var after = await Spine.StartAsync(before.File);

        await after.RunAsync<InboxProcessor>();

        await Until.TrueAsync(() => after.Board.Now.Find(7)?.Stage == CalloutStage.OnScene);
        Assert.All(await after.DeliveriesAsync(), d => Assert.Equal(DeliveryStatus.Applied, d.Status));
        // received then, whenever it was applied
        Assert.Equal(before.Time.GetUtcNow(), (await after.CalloutAsync(7)).ArrivedAt);
    }

    [Fact]
    public async Task Start_WithEverythingApplied_AppliesNothingTwice()
    {
        await using var before = await RunningAsync();
        await before.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 7));
        await SettledAsync(before, 1);
        await using var after = await Spine.StartAsync(before.File);
        await after.RunAsync<InboxWriter>();

        await after.RunAsync<InboxProcessor>();
        await after.DeliverAsync(Bodies.Minimal(Bodies.Created, 8));
        await SettledAsync(after, 2);

        Assert.Equal(1, (await after.CalloutAsync(7)).Version);
    }

    [Fact]
    public async Task Deliveries_AreAppliedInTheOrderInWhichTheyWereStored()
    {
        await using var spine = await Spine.StartAsync();
        await spine.RunAsync<InboxWriter>();
        foreach (var name in new[] { Bodies.Created, Bodies.Owned, Bodies.Acknowledged, Bodies.Arrived, Bodies.Completed, Bodies.Closed })
            await spine.DeliverAsync(Bodies.Minimal(name, 7));

        await spine.RunAsync<InboxProcessor>();
        await SettledAsync(spine, 6);

        var callout = await spine.CalloutAsync(7);
        Assert.Equal(CalloutStage.Closed, callout.Stage);
        Assert.Equal(
            [CalloutStage.Dispatched, CalloutStage.OnScene, CalloutStage.Completed, CalloutStage.Closed],
            callout.Entries.Where(e => e.Kind == EntryKind.StageReached).Select(e => e.Stage!.Value));
        Assert.Equal((await spine.DeliveriesAsync()).Select(d => (long?)d.Id), callout.Entries.Select(e => e.DeliveryId).Distinct());
    }

    [Fact]
    public async Task Deliveries_MoreThanAGroup_AreAllApplied()
    {
        await using var spine = await Spine.StartAsync();
        await spine.RunAsync<InboxWriter>();
        await Task.WhenAll(Enumerable.Range(1, 250).Select(id => spine.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, id))));

        await spine.RunAsync<InboxProcessor>();
        await SettledAsync(spine, 250);

        Assert.Equal(250, spine.Board.Now.Active.Count);
        Assert.All(spine.Board.Now.Active.Values, row => Assert.Equal(1, row.Version));
    }

    [Fact]
    public async Task Delivery_ThatCannotBeApplied_IsSetAsideAfterItsAttemptsWhileOthersGoOn()
    {
        await using var spine = await Spine.StartAsync();
        await spine.RunAsync<InboxWriter>();
        foreach (var id in new[] { 1, 2, 3 })
            await spine.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, id));
        await spine.ExecuteAsync("UPDATE Deliveries SET Body = x'00' WHERE EntityId = 2");

        await spine.RunAsync<InboxProcessor>();
        await Until.TrueAsync(() => spine.Board.Now.Active.Count == 2);
        for (var attempts = 1; attempts < InboxProcessor.MostAttempts; attempts++)
        {
            // it is due a little later each time
            await Until.TrueAsync(async () => await AttemptsAsync(spine) == attempts);
            LookAgain(spine, TimeSpan.FromSeconds(1 << attempts));
        }
        await Until.TrueAsync(() => spine.Upstream.SetAside == 1);
        await spine.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 4));
        await Until.TrueAsync(() => spine.Board.Now.Find(4) is not null);

        var poison = (await spine.DeliveriesAsync())[1];
        Assert.Equal((DeliveryStatus.SetAside, InboxProcessor.MostAttempts), (poison.Status, poison.Attempts));
        Assert.Equal("The stored body is no delivery.", poison.Reason);
        Assert.Null(spine.Board.Now.Find(2));
    }

    [Fact]
    public async Task Delivery_BetweenItsAttempts_IsLeftAlone()
    {
        await using var spine = await Spine.StartAsync();
        await spine.RunAsync<InboxWriter>();
        await spine.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 2));
        await spine.ExecuteAsync("UPDATE Deliveries SET Body = x'00'");
        await spine.RunAsync<InboxProcessor>();
        await Until.TrueAsync(async () => await AttemptsAsync(spine) == 1);

        // the sentinel: a later delivery is applied, so the inbox was looked at
        await spine.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 3));
        await Until.TrueAsync(() => spine.Board.Now.Find(3) is not null);

        Assert.Equal(1, await AttemptsAsync(spine));
    }

    [Fact]
    public async Task Start_TellsHowManyAreSetAside()
    {
        await using var before = await Spine.StartAsync();
        await before.RunAsync<InboxWriter>();
        await before.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 2));
        await before.ExecuteAsync("UPDATE Deliveries SET Status = 'SetAside'");
        await using var after = await Spine.StartAsync(before.File);

        await after.RunAsync<InboxProcessor>();

        await Until.TrueAsync(() => after.Upstream.SetAside == 1);
    }

    [Fact]
    public async Task Commit_ThatFails_PublishesNothingAndIsTriedAgain()
    {
        var commits = new FailingCommits();
        await using var spine = await Spine.StartAsync(more: services =>
            services.ConfigureDbContext<ConsoleDbContext>(options => options.AddInterceptors(commits)));
        await spine.RunAsync<InboxWriter>();
        var rung = 0;
        using var subscription = spine.Board.Feed.Subscribe(() =>
        {
            Interlocked.Increment(ref rung);
            return Task.CompletedTask;
        });
        await spine.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 7));

        commits.Left = 1;
        await spine.RunAsync<InboxProcessor>();
        await Until.TrueAsync(async () => await AttemptsAsync(spine) == 1);

        Assert.Null(spine.Board.Now.Find(7));
        Assert.Equal(0, rung);
        Assert.Equal(0, await spine.ReadAsync(db => db.Callouts.CountAsync()));
        LookAgain(spine, TimeSpan.FromSeconds(2));
        await Until.TrueAsync(() => spine.Board.Now.Find(7) is not null);
    }

    [Fact]
    public async Task Database_ThatFailsAltogether_IsTriedAgain()
    {
        await using var spine = await RunningAsync();
        await spine.ExecuteAsync("ALTER TABLE Callouts RENAME TO Gone");
        await spine.DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 7));
        await Until.TrueAsync(async () => await AttemptsAsync(spine) == 1);

        await spine.ExecuteAsync("ALTER TABLE Gone RENAME TO Callouts");
        LookAgain(spine, TimeSpan.FromSeconds(2));

        await Until.TrueAsync(() => spine.Board.Now.Find(7) is not null);
    }

    [Theory]
    [InlineData("""{"message":"CREATED_CUSTOMER","customer":{}}""", "Not about a callout")]
    [InlineData("""{"message":"SOMETHING_NEW","gadget":{"id":7}}""", "Unknown event")]
    public async Task Delivery_WithNothingToDo_IsIgnoredWithItsReason(string body, string reason)
    {
        await using var spine = await RunningAsync();

        await spine.DeliverAsync(body);
        await SettledAsync(spine, 1);

        var delivery = Assert.Single(await spine.DeliveriesAsync());
        Assert.Equal((DeliveryStatus.Ignored, reason), (delivery.Status, delivery.Reason));
    }

    [Fact]
    public async Task Delivery_AboutACalloutNeverSeen_AsksForAReading()
    {
        await using var spine = await RunningAsync();

        await spine.DeliverAsync(Bodies.Minimal(Bodies.Owned, 7));

        Assert.Equal(7, await spine.Reads.NextAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.NotNull(spine.Board.Now.Find(7));
    }

    private static async Task<Spine> RunningAsync()
    {
        var spine = await Spine.StartAsync();
        await spine.RunAsync<InboxWriter>();
        await spine.RunAsync<InboxProcessor>();
        return spine;
    }

    private static void LookAgain(Spine spine, TimeSpan later)
    {
        spine.Time.Advance(later);
        spine.Services.GetRequiredService<InboxDoorbell>().Ring();
    }

    private static Task SettledAsync(Spine spine, int count) => Until.TrueAsync(
        async () => await spine.ReadAsync(db => db.Deliveries.CountAsync(d => d.SettledAt != null)) == count);

    private static Task<int> AttemptsAsync(Spine spine) => spine.ReadAsync(db => db.Deliveries.SumAsync(d => d.Attempts));

    /// <summary>Lets the next commits fail at the very end, when all else went well.</summary>
    private sealed class FailingCommits : DbTransactionInterceptor
    {
        private int _left;

        public int Left
        {
            set => Volatile.Write(ref _left, value);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Interlocked.Decrement(ref _left) >= 0 ? throw new InvalidOperationException("disk full") : ValueTask.FromResult(result);
    }
}
