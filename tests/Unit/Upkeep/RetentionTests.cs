using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Upkeep;
using AuraConsole.Web.Features.Upkeep.Retention;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Upkeep;

public sealed class RetentionTests
{
    [Fact]
    public async Task DryRun_SaysWhatWouldGo_AndTakesNothing()
    {
        await using var spine = await StartAsync();
        await StoreAsync(spine, 3);
        spine.Time.Advance(TimeSpan.FromDays(91));

        var lines = await Retention(spine).DryAsync(default);

        Assert.Equal(3, lines.Single(line => line.Kind == RetentionKind.Deliveries).Count);
        Assert.Equal(3, (await spine.DeliveriesAsync()).Count);
    }

    [Theory]
    [InlineData(DeliveryStatus.Applied, 0)]
    [InlineData(DeliveryStatus.Ignored, 0)]
    [InlineData(DeliveryStatus.SetAside, 3)]
    [InlineData(DeliveryStatus.Pending, 3)]
    public async Task Delivery_OldOne_GoesOnlyWhenSettled(DeliveryStatus status, int left)
    {
        await using var spine = await StartAsync();
        await StoreAsync(spine, 3, status);
        spine.Time.Advance(TimeSpan.FromDays(91));

        await Retention(spine).RunAsync(null, default);

        Assert.Equal(left, (await spine.DeliveriesAsync()).Count);
    }

    [Fact]
    public async Task Deliveries_MoreThanABatch_AllGoAndTheLedgerIsTold()
    {
        await using var spine = await StartAsync();
        await StoreAsync(spine, RetentionRules.Batch + 5);
        var hour = DeliveryCounts.HourOf(spine.Time.GetUtcNow());
        spine.Time.Advance(TimeSpan.FromDays(91));

        var lines = await Retention(spine).RunAsync(null, default);

        Assert.Equal(RetentionRules.Batch + 5, lines.Single(line => line.Kind == RetentionKind.Deliveries).Count);
        Assert.Equal(RetentionRules.Batch + 5, (await spine.ReadAsync(db => db.DeliveryHours.AsNoTracking().SingleAsync(h => h.Hour == hour))).Removed);
    }

    [Fact]
    public async Task Callouts_WithoutAnAge_AreKeptForEver()
    {
        await using var spine = await StartAsync();
        await CloseOneAsync(spine);
        spine.Time.Advance(TimeSpan.FromDays(4000));

        await Retention(spine).RunAsync(null, default);

        Assert.Equal(1, await spine.ReadAsync(db => db.Callouts.CountAsync()));
    }

    [Fact]
    public async Task Callout_ClosedLongAgo_GoesWithItsTimeline_AndAnActiveOneStays()
    {
        await using var spine = await StartAsync(new() { ["Retention:Callouts"] = "365.00:00:00" });
        await CloseOneAsync(spine);
        await spine.HappenAsync(Bodies.Minimal(Bodies.Created, 8));
        spine.Time.Advance(TimeSpan.FromDays(366));

        await Retention(spine).RunAsync(null, default);

        Assert.Equal(8, (await spine.ReadAsync(db => db.Callouts.AsNoTracking().SingleAsync())).AuraId);
        Assert.Equal(0, await spine.ReadAsync(db => db.Entries.CountAsync(entry => !db.Callouts.Any(callout => callout.Id == entry.CalloutId))));
    }

    [Fact]
    public async Task Firings_OldOnes_GoOnceTheyEnded()
    {
        await using var spine = await StartAsync();
        await StoreAsync(spine, db => db.EscalationFirings.AddRange(Firing(spine, "callout:1", endedAt: spine.Time.GetUtcNow()), Firing(spine, "callout:2", endedAt: null)));
        spine.Time.Advance(TimeSpan.FromDays(731));

        await Retention(spine).RunAsync(null, default);

        Assert.Equal("callout:2", (await spine.ReadAsync(db => db.EscalationFirings.AsNoTracking().SingleAsync())).Subject);
    }

    [Fact]
    public async Task Handovers_OldOnes_GoWithTheirItemsOnceReceived()
    {
        await using var spine = await StartAsync(new() { ["Retention:Handovers"] = "365.00:00:00" });
        await StoreAsync(spine, db => db.Handovers.AddRange(Handover(spine, "Received", receivedAt: spine.Time.GetUtcNow()), Handover(spine, "Open", receivedAt: null)));
        spine.Time.Advance(TimeSpan.FromDays(366));

        await Retention(spine).RunAsync(null, default);

        Assert.Equal("Open", (await spine.ReadAsync(db => db.Handovers.AsNoTracking().SingleAsync())).OutgoingName);
        Assert.Equal("Open", (await spine.ReadAsync(db => db.HandoverItems.AsNoTracking().SingleAsync())).Title);
    }

    [Fact]
    public async Task Run_IsAudited_AndLeavesTheAuditWhole()
    {
        await using var spine = await StartAsync();
        await StoreAsync(spine, 2);
        spine.Time.Advance(TimeSpan.FromDays(5000));

        await Retention(spine).RunAsync(new Operator("u-1", "Naledi"), default);

        var record = Assert.Single(await spine.Services.GetRequiredService<AuditLog>().AboutAsync("retention", 10, default));
        Assert.Contains("Deliveries: 2", record.Detail, StringComparison.Ordinal);
        Assert.True((await spine.ReadAsync(db => AuditCheck.RunAsync(db, null, default))).IsSound);
    }

    [Fact]
    public async Task Job_RunsByItself_AfterTheStart()
    {
        await using var spine = await StartAsync();
        await StoreAsync(spine, 1);
        spine.Time.Advance(TimeSpan.FromDays(91));
        await spine.RunAsync<RetentionJob>();

        await Until.TrueAsync(async () =>
        {
            spine.Time.Advance(RetentionJob.AfterStart);
            return (await spine.DeliveriesAsync()).Count == 0;
        });
    }

    private static RetentionRun Retention(Spine spine) => spine.Services.GetRequiredService<RetentionRun>();

    private static Task<Spine> StartAsync(Dictionary<string, string?>? settings = null) => Spine.StartAsync(more: services => services.AddUpkeep(), settings: settings);

    private static async Task StoreAsync(Spine spine, int count, DeliveryStatus status = DeliveryStatus.Applied)
    {
        await spine.RunAsync<InboxWriter>();
        Assert.All(await Task.WhenAll(Enumerable.Range(1, count).Select(id => spine.DeliverAsync(Bodies.Minimal(Bodies.Created, id)))), Assert.True);
        await spine.ExecuteAsync($"UPDATE Deliveries SET Status = '{status}'");
    }

    private static Task StoreAsync(Spine spine, Action<ConsoleDbContext> change) => spine.ReadAsync(async db =>
    {
        change(db);
        return await db.SaveChangesAsync();
    });

    private static EscalationFiring Firing(Spine spine, string subject, DateTimeOffset? endedAt) => new()
    {
        RuleName = "Unclaimed",
        Kind = EscalationKind.Unclaimed,
        Subject = subject,
        Since = spine.Time.GetUtcNow(),
        FiredAt = spine.Time.GetUtcNow(),
        EndedAt = endedAt,
    };

    private static Handover Handover(Spine spine, string name, DateTimeOffset? receivedAt) => new()
    {
        FormId = Guid.NewGuid(),
        OutgoingId = "u-1",
        OutgoingName = name,
        SignedAt = spine.Time.GetUtcNow(),
        ReceivedAt = receivedAt,
        Items = { new HandoverItem { Number = 1, Kind = HandoverKind.Open, Subject = "callout:1", Title = name } },
    };

    private static async Task CloseOneAsync(Spine spine)
    {
        await spine.HappenAsync(Bodies.Minimal(Bodies.Created, 7));
        await spine.HappenAsync(Bodies.Minimal(Bodies.Closed, 7));
        Assert.Equal(CalloutStage.Closed, (await spine.CalloutAsync(7)).Stage);
    }
}
