using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.History;

/// <summary>What a callout is given for history, as it is written and for those of before.</summary>
public sealed class HistoryFactsTests
{
    private const long Id = 100234;

    [Fact]
    public async Task Breach_OfARunningClock_IsJudgedWithTheNextChangeAndStaysOnceClosed()
    {
        await using var house = await HistoryHouse.StartAsync();
        await PresetAsync(house, claim: 60);
        await ChangeAsync(house, session => session.Add(new Callout { AuraId = Id, FirstSeenAt = session.Now, StageSince = session.Now }));
        Assert.False((await house.Spine.CalloutAsync(Id)).IsBreached);

        house.Spine.Time.Advance(TimeSpan.FromSeconds(61));
        await NoteAsync(house);
        Assert.Equal((true, 1), await FactsAsync(house));

        await ChangeAsync(house, async session => CalloutApply.Reach((await session.FindAsync(Id))!, CalloutStage.Closed, session.Now));
        await PresetAsync(house, claim: 6000);
        await NoteAsync(house);
        Assert.Equal((true, 1), await FactsAsync(house));
    }

    [Fact]
    public async Task Outcome_UntilAuraHasAWord_IsWhatTheConsoleKnows()
    {
        await using var house = await HistoryHouse.StartAsync();
        await ChangeAsync(house, session => session.Add(new Callout { AuraId = Id, FirstSeenAt = session.Now, StageSince = session.Now }));
        Assert.Null((await house.Spine.CalloutAsync(Id)).Outcome);

        await ChangeAsync(house, async session => CalloutApply.Reach((await session.FindAsync(Id))!, CalloutStage.StoodDown, session.Now));
        await ChangeAsync(house, async session => CalloutApply.Reach((await session.FindAsync(Id))!, CalloutStage.Closed, session.Now));
        var closed = await house.Spine.CalloutAsync(Id);
        Assert.Equal((Outcomes.StoodDown, house.Spine.Time.GetUtcNow()), (closed.Outcome, closed.StoodDownAt));

        await ChangeAsync(house, async session => (await session.FindAsync(Id))!.Outcome = "Cancelled");
        await NoteAsync(house);
        Assert.Equal("Cancelled", (await house.Spine.CalloutAsync(Id)).Outcome);
    }

    [Fact]
    public async Task Backfill_OfRandomCallouts_JudgesAsTheClocksDo()
    {
        await using var house = await HistoryHouse.StartAsync();
        await PresetAsync(house, claim: 600);
        var random = new Random(3);
        await house.Spine.ReadAsync(async db =>
        {
            db.Callouts.AddRange(Enumerable.Range(1, 300).Select(n => Random(n, random)));
            await db.SaveChangesAsync();
            foreach (var sql in new[] { HistoryBackfill.StoodDownAt, HistoryBackfill.Outcome, HistoryBackfill.Breaches })
                await db.Database.ExecuteSqlRawAsync(sql);
            return true;
        });

        var preset = ClockPreset.Of((await house.Spine.ReadAsync(db => db.StageClockPresets.AsNoTracking().SingleAsync()))!);
        var all = await house.AllAsync();
        foreach (var callout in all)
        {
            var expected = HistoryFacts.Breached(BoardRow.Of(callout), preset, DateTimeOffset.UtcNow);
            Assert.Equal((callout.AuraId, expected, expected != 0), (callout.AuraId, callout.BreachedPhases, callout.IsBreached));
            Assert.Equal(callout.Stage == CalloutStage.Closed ? Outcomes.Of(callout) : null, callout.Outcome);
        }
        Assert.True(all.Select(callout => callout.BreachedPhases).Distinct().Count() > 8);
    }

    [Fact]
    public async Task Records_OfACallout_AreItsCommandsAndDeliveriesAndABodyIsAudited()
    {
        await using var house = await HistoryHouse.StartAsync();
        await house.Spine.ReadAsync(async db =>
        {
            db.Callouts.Add(new Callout { AuraId = Id, SiteGroupId = 4, FirstSeenAt = HistoryHouse.Begin, StageSince = HistoryHouse.Begin, Entries = { new Entry { At = HistoryHouse.Begin, DeliveryId = 1 } } });
            foreach (var (n, status, entity) in new[] { (1, DeliveryStatus.Applied, Id), (2, DeliveryStatus.SetAside, Id), (3, DeliveryStatus.SetAside, 5), (4, DeliveryStatus.Applied, 5) })
                db.Deliveries.Add(new Delivery { Fingerprint = $"f{n}", Event = "E", EntityKind = "callout", EntityId = entity, ReceivedAt = HistoryHouse.Begin, Body = "{\"message\":\"E\"}"u8.ToArray(), Status = status });
            db.Commands.Add(new Command { Id = Guid.NewGuid(), Kind = CommandKind.Cancel, CalloutAuraId = Id, AskedById = "u", AskedByName = "Thandi", AskedAt = HistoryHouse.Begin });
            return await db.SaveChangesAsync();
        });
        var (records, scope, me) = (house.Get<HistoryRecords>(), new Web.Data.Identity.Scope(true, new HashSet<int> { 4 }, false), new Web.Data.Identity.Operator("u", "Thandi"));

        var found = (await records.ReadAsync(Id, scope, default))!;
        Assert.Equal([2L, 1L], found.Deliveries.Select(delivery => delivery.Id));
        Assert.Single(found.Commands);
        Assert.Null(await records.ReadAsync(Id, scope with { Groups = new HashSet<int> { 5 } }, default));

        Assert.Null(await records.BodyAsync(Id, 4, me, scope, default));
        Assert.Null(await records.BodyAsync(Id, 1, me, scope with { Groups = new HashSet<int>() }, default));
        Assert.Equal(0, await house.Spine.ReadAsync(db => db.AuditRecords.CountAsync()));
        Assert.Contains("\"message\": \"E\"", await records.BodyAsync(Id, 1, me, scope, default), StringComparison.Ordinal);
        Assert.Equal((Web.Webhooks.DeliveryReading.Kind, "delivery:1"), await house.Spine.ReadAsync(db => db.AuditRecords.Select(one => ValueTuple.Create(one.Kind, one.Subject)).SingleAsync()));
    }

    private static async Task<(bool, int)> FactsAsync(HistoryHouse house)
    {
        var callout = await house.Spine.CalloutAsync(Id);
        return (callout.IsBreached, callout.BreachedPhases);
    }

    private static Task NoteAsync(HistoryHouse house) => ChangeAsync(house, async session => session.Note((await session.FindAsync(Id))!, new Entry { At = session.Now, Kind = EntryKind.Note }));

    private static Task ChangeAsync(HistoryHouse house, Action<CalloutSession> change) => house.Spine.Writer.WriteAsync(
        session =>
        {
            change(session);
            return Task.CompletedTask;
        }, CancellationToken.None);

    private static Task ChangeAsync(HistoryHouse house, Func<CalloutSession, Task> change) => house.Spine.Writer.WriteAsync(change, CancellationToken.None);

    private static async Task PresetAsync(HistoryHouse house, int claim)
    {
        await house.Spine.ReadAsync(async db =>
        {
            await db.StageClockPresets.ExecuteDeleteAsync();
            db.StageClockPresets.Add(new StageClockPreset { Name = "Test", IsDefault = true, ClaimBreach = claim, DispatchBreach = 300, ArriveBreach = 900, CompleteBreach = 1200, CloseBreach = 700 });
            return await db.SaveChangesAsync();
        });
        await house.Get<StageClocks>().LoadAsync(default);
    }

    private static Callout Random(int n, Random random)
    {
        var at = HistoryHouse.Begin.AddSeconds(n);
        var stage = (CalloutStage)random.Next(6);
        return new Callout
        {
            AuraId = n,
            FirstSeenAt = at,
            Stage = stage,
            StageSince = at.AddSeconds(random.Next(4000)),
            ClaimedAt = Maybe(),
            FirstClaimedAt = Maybe(),
            DispatchedAt = Maybe(),
            ArrivedAt = Maybe(),
            CompletedAt = Maybe(),
            ClosedAt = stage == CalloutStage.Closed ? at.AddSeconds(random.Next(6000)) : null,
            ClosedHere = stage == CalloutStage.Closed && random.Next(5) == 0,
        };

        DateTimeOffset? Maybe() => random.Next(3) == 0 ? null : at.AddSeconds(random.Next(4000));
    }
}
