using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols.Watching;
using AuraConsole.Web.Resources;

namespace AuraConsole.Unit.Patrols;

public sealed class PatrolWatchTests : IDisposable
{
    private readonly PatrolHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Visit_NobodyStarts_IsLateThenMissedWithoutAnythingFromAura()
    {
        var id = await _house.ScheduledAsync();

        await AtAsync(64);
        Assert.False((await _house.VisitAsync(id)).IsLate);
        await AtAsync(65);
        Assert.True((await _house.VisitAsync(id)).IsLate);
        Assert.False(Assert.Single(Alerts()).IsMissed);
        await AtAsync(90);
        Assert.Equal(OccurrenceState.Missed, (await _house.VisitAsync(id)).State);
        Assert.True(Assert.Single(Alerts()).IsMissed);
    }

    [Fact]
    public async Task Visit_ShorterThanTheLimit_IsMissedAtItsEnd()
    {
        var id = await _house.ScheduledAsync(PatrolHouse.Request() with { Minutes = 10 });

        await AtAsync(70);

        Assert.Equal(OccurrenceState.Missed, (await _house.VisitAsync(id)).State);
    }

    [Fact]
    public async Task Acknowledge_ALateOne_ComesBackWhenItIsMissed()
    {
        var id = await _house.ScheduledAsync();
        await AtAsync(66);
        var visit = await _house.VisitAsync(id);

        Assert.Null(await _house.Marks.AcknowledgeAsync(visit.Id, PatrolHouse.Dispatcher));
        Assert.Equal(PatrolsText.AcknowledgedAlready, await _house.Marks.AcknowledgeAsync(visit.Id, PatrolHouse.Other));
        Assert.Empty(Alerts());

        await AtAsync(95);
        Assert.Single(Alerts());
    }

    [Fact]
    public async Task Console_DownOverAStart_SaysSoAfterwardsAndOnce()
    {
        var id = await _house.ScheduledAsync(PatrolHouse.Request() with { Repeat = PatrolRepeat.Daily });
        // down for longer than was laid out
        _house.Time.Advance(TimeSpan.FromDays(40));

        await _house.LookAsync();
        await _house.LookAsync();

        var visits = (await _house.PatrolAsync(id)).Occurrences;
        Assert.Equal(40, visits.Count(visit => visit.State == OccurrenceState.Missed));
        Assert.Equal(visits.Count, visits.DistinctBy(visit => visit.StartsAt).Count());
        Assert.True(visits.Max(visit => visit.StartsAt) > _house.Time.GetUtcNow().AddDays(30));
    }

    [Fact]
    public async Task Clock_JumpsOverTheWholeVisit_IsMissedNotForgotten()
    {
        var id = await _house.ScheduledAsync();

        await AtAsync(60 * 24);

        Assert.Equal(OccurrenceState.Missed, (await _house.VisitAsync(id)).State);
    }

    [Fact]
    public async Task Missed_SomebodyComesAfterAll_IsStartedAndStillWasMissed()
    {
        var id = await _house.ScheduledAsync();
        await AtAsync(100);
        var visit = await _house.VisitAsync(id);

        Assert.Null(await _house.Marks.StartAsync(visit.Id, "Puncture", PatrolHouse.Dispatcher));
        Assert.Null(await _house.Marks.FinishAsync(visit.Id, null, PatrolHouse.Dispatcher));

        visit = await _house.VisitAsync(id);
        Assert.Equal((OccurrenceState.Done, "Puncture", true), (visit.State, visit.Note, visit.MissedAt is not null));
        Assert.Empty(Alerts());
    }

    [Fact]
    public async Task Callout_AtTheSiteInItsTime_IsLinkedStartsAndEndsIt()
    {
        var id = await _house.ScheduledAsync();
        await AtAsync(58);
        await CalloutAsync(CalloutStage.Created, null);
        await AtAsync(61);
        var visit = await _house.VisitAsync(id);
        Assert.Equal((4711L, OccurrenceState.Due), (visit.CalloutAuraId!.Value, visit.State));

        await CalloutAsync(CalloutStage.Dispatched, null);
        await AtAsync(63);
        Assert.Equal(OccurrenceState.Started, (await _house.VisitAsync(id)).State);

        await CalloutAsync(CalloutStage.Closed, null);
        await AtAsync(100);
        Assert.Equal(OccurrenceState.Done, (await _house.VisitAsync(id)).State);
    }

    [Fact]
    public async Task Callout_RaisedByADispatcher_IsNoVisit()
    {
        var id = await _house.ScheduledAsync();
        await AtAsync(61);
        await CalloutAsync(CalloutStage.Dispatched, Guid.NewGuid());

        await AtAsync(95);

        Assert.Equal((null, OccurrenceState.Missed), ((await _house.VisitAsync(id)).CalloutAuraId, (await _house.VisitAsync(id)).State));
    }

    [Fact]
    public async Task Unlink_AnotherMatter_TakesBackWhatItDidForGood()
    {
        var id = await _house.ScheduledAsync();
        await AtAsync(61);
        await CalloutAsync(CalloutStage.Dispatched, null);
        await AtAsync(62);
        Assert.Equal(OccurrenceState.Started, (await _house.VisitAsync(id)).State);

        Assert.Null(await _house.Marks.UnlinkAsync((await _house.VisitAsync(id)).Id, PatrolHouse.Dispatcher));
        await AtAsync(95);

        Assert.Equal((null, OccurrenceState.Missed), ((await _house.VisitAsync(id)).CalloutAuraId, (await _house.VisitAsync(id)).State));
    }

    [Fact]
    public async Task Alerts_OfAnotherGroup_AreNotShown()
    {
        await _house.ScheduledAsync(PatrolHouse.Request() with { SiteId = PatrolHouse.OtherSiteId });
        await AtAsync(95);

        Assert.Single(_house.Get<PatrolAlerts>().For(new Scope(true, new HashSet<int> { 7 }, false)));
        Assert.Empty(_house.Get<PatrolAlerts>().For(new Scope(true, new HashSet<int> { 8 }, true)));
    }

    /// <summary>Minutes after nine o'clock UTC; visits begin at sixty.</summary>
    private async Task AtAsync(int minutes)
    {
        var at = new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
        _house.Time.Advance(at - _house.Time.GetUtcNow());
        await _house.LookAsync();
    }

    private IReadOnlyList<PatrolAlert> Alerts() => _house.Get<PatrolAlerts>().For(Scope.Everything);

    private async Task CalloutAsync(CalloutStage stage, Guid? raisedBy)
    {
        await using var db = _house.Database();
        var callout = db.Callouts.SingleOrDefault(c => c.AuraId == 4711);
        if (callout is null)
            db.Callouts.Add(callout = new Callout { AuraId = 4711, SiteId = PatrolHouse.SiteId, FirstSeenAt = _house.Time.GetUtcNow() });
        (callout.Stage, callout.RaisedByCommandId) = (stage, raisedBy);
        callout.DispatchedAt ??= stage >= CalloutStage.Dispatched ? _house.Time.GetUtcNow() : null;
        callout.ClosedAt = stage == CalloutStage.Closed ? _house.Time.GetUtcNow() : null;
        await db.SaveChangesAsync();
    }
}
