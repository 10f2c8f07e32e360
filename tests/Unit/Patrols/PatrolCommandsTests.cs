using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Patrols;

public sealed class PatrolCommandsTests : IDisposable
{
    private readonly PatrolHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Schedule_Single_IsConfirmedWithBodyIdVisitAndAudit()
    {
        var id = await _house.ScheduledAsync();

        var patrol = await _house.PatrolAsync(id);
        var command = Assert.Single(patrol.Commands);
        Assert.Equal((CommandState.Confirmed, "A100"), (patrol.State, patrol.AuraRequestId));
        Assert.Contains("\"name\":\"Night round\"", command.Body, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero), Assert.Single(patrol.Occurrences).StartsAt);
        await using var db = _house.Database();
        Assert.Equal([PatrolKinds.SiteZone, PatrolKinds.Asked, PatrolKinds.Scheduled], await db.AuditRecords.OrderBy(r => r.Id).Select(r => r.Kind).ToListAsync());
    }

    [Fact]
    public async Task Schedule_LessThanFiveMinutesAhead_IsRefusedHereAndNothingLeaves()
    {
        var outcome = await _house.Commands.ScheduleAsync(PatrolHouse.Request(4), PatrolHouse.Dispatcher);

        Assert.Contains("within 5 minutes", Assert.Single(outcome.Faults).Sentence, StringComparison.Ordinal);
        Assert.Empty(_house.Aura.Created);
        await using var db = _house.Database();
        Assert.False(await db.Patrols.AnyAsync());
    }

    [Fact]
    public async Task Schedule_TheSameFormTwice_IsOnePatrol()
    {
        var request = PatrolHouse.Request();

        var both = await Task.WhenAll(_house.Commands.ScheduleAsync(request, PatrolHouse.Dispatcher), _house.Commands.ScheduleAsync(request, PatrolHouse.Dispatcher));

        Assert.Equal(both[0].PatrolId, both[1].PatrolId);
        Assert.Single(_house.Aura.Created);
    }

    [Theory]
    [InlineData(AuraErrorKind.Invalid, CommandState.Rejected)]
    [InlineData(AuraErrorKind.Unavailable, CommandState.NotSent)]
    [InlineData(AuraErrorKind.OutcomeUnknown, CommandState.Unknown)]
    public async Task Schedule_AuraFails_IsShownAsItIs(AuraErrorKind kind, CommandState expected)
    {
        _house.Aura.Failure = FakeScheduledApi.Fails(kind, "the request must be at least 5 minutes in the future");

        var patrol = await _house.PatrolAsync(await _house.ScheduledAsync());

        Assert.Equal((expected, "the request must be at least 5 minutes in the future"), (patrol.State, patrol.Commands[0].AuraMessage));
        // an unknown one may come: its visit is watched
        Assert.Equal(expected == CommandState.Unknown ? 1 : 0, patrol.Occurrences.Count);
    }

    [Fact]
    public async Task Settle_AnswerLostAtCreate_NeedsAuraIdThenCanBeCancelled()
    {
        _house.Aura.Failure = FakeScheduledApi.Fails(AuraErrorKind.OutcomeUnknown);
        var id = await _house.ScheduledAsync();
        _house.Aura.Failure = null;
        var command = (await _house.PatrolAsync(id)).Commands[0].Id;

        Assert.Equal(PatrolsText.NeedAuraId, await _house.Commands.SettleAsync(command, true, " ", null, PatrolHouse.Dispatcher));
        Assert.Null(await _house.Commands.SettleAsync(command, true, "A77", "Asked Sam", PatrolHouse.Dispatcher));
        Assert.Equal(PatrolsText.SettledAlready, await _house.Commands.SettleAsync(command, false, null, null, PatrolHouse.Other));

        Assert.Equal(CommandState.Confirmed, (await _house.CancelAsync(id)).State);
        Assert.Equal(["A77"], _house.Aura.Cancelled);
        Assert.Single(_house.Aura.Created);
    }

    [Fact]
    public async Task Settle_AuraDoesNotHaveIt_CancelsTheVisits()
    {
        _house.Aura.Failure = FakeScheduledApi.Fails(AuraErrorKind.OutcomeUnknown);
        var id = await _house.ScheduledAsync();

        Assert.Null(await _house.Commands.SettleAsync((await _house.PatrolAsync(id)).Commands[0].Id, false, null, null, PatrolHouse.Dispatcher));

        var patrol = await _house.PatrolAsync(id);
        Assert.Equal((CommandState.NotSent, OccurrenceState.Cancelled), (patrol.State, patrol.Occurrences[0].State));
    }

    [Theory]
    [InlineData(AuraErrorKind.OutcomeUnknown)]
    [InlineData(AuraErrorKind.NotFound)]
    public async Task Cancel_AnswerLost_IsUnknownAndVisitsStayUntilSettled(AuraErrorKind kind)
    {
        var id = await _house.ScheduledAsync();
        _house.Aura.Failure = FakeScheduledApi.Fails(kind);

        Assert.Equal(CommandState.Unknown, (await _house.CancelAsync(id)).State);
        var patrol = await _house.PatrolAsync(id);
        Assert.Equal((OccurrenceState.Due, false), (patrol.Occurrences[0].State, patrol.MayCancel));

        Assert.Null(await _house.Commands.SettleAsync(patrol.Commands.Single(c => c.Kind == PatrolCommandKind.Cancel).Id, true, null, null, PatrolHouse.Dispatcher));
        Assert.Equal(OccurrenceState.Cancelled, (await _house.VisitAsync(id)).State);
    }

    [Fact]
    public async Task Cancel_TwoPeopleAtOnce_IsOneCommand()
    {
        var id = await _house.ScheduledAsync();
        _house.Aura.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var first = _house.CancelAsync(id);
        var second = await _house.CancelAsync(id, PatrolHouse.Other);
        _house.Aura.Hold.SetResult();

        Assert.Equal(PatrolsText.CancelledByOther, second.Refusal);
        Assert.Equal(CommandState.Confirmed, (await first).State);
        Assert.Single(_house.Aura.Cancelled);
    }

    [Fact]
    public async Task Restart_HalfWay_SendingIsUnknownAndRecordedNeverLeft()
    {
        var id = await _house.ScheduledAsync();
        var second = await _house.ScheduledAsync(PatrolHouse.Request(120));
        await using (var db = _house.Database())
        {
            await db.PatrolCommands.Where(c => c.PatrolId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CommandState.Sending));
            await db.PatrolCommands.Where(c => c.PatrolId == second).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CommandState.Recorded));
        }

        await _house.RestartAsync();

        Assert.Equal(CommandState.Unknown, (await _house.PatrolAsync(id)).State);
        Assert.Equal((CommandState.NotSent, PatrolNote.StoppedBefore), ((await _house.PatrolAsync(second)).State, (await _house.PatrolAsync(second)).Commands[0].Note));
        Assert.Equal(2, _house.Aura.Created.Count);
    }

    [Fact]
    public async Task Scope_SiteOfAnotherGroup_IsNoSiteForEverything()
    {
        var id = await _house.ScheduledAsync();
        await _house.LimitAsync("u2", false, 7);

        await Assert.ThrowsAsync<ArgumentException>(() => _house.Commands.ScheduleAsync(PatrolHouse.Request(), PatrolHouse.Other));
        await Assert.ThrowsAsync<ArgumentException>(() => _house.CancelAsync(id, PatrolHouse.Other));
        var visit = await _house.VisitAsync(id);
        await Assert.ThrowsAsync<ArgumentException>(() => _house.Marks.StartAsync(visit.Id, null, PatrolHouse.Other));
        Assert.NotNull((await _house.Commands.ScheduleAsync(PatrolHouse.Request() with { SiteId = PatrolHouse.OtherSiteId }, PatrolHouse.Other)).PatrolId);
    }

    [Fact]
    public async Task Move_NewOneRefused_LeavesTheOld()
    {
        var id = await _house.ScheduledAsync();
        var visit = await _house.VisitAsync(id);
        var moves = _house.Get<PatrolMoves>();
        var (request, _) = await moves.PlanAsync(id, visit.StartsAt, visit.StartsAt.AddHours(2), PatrolHouse.Dispatcher, CancellationToken.None);
        _house.Aura.Failure = FakeScheduledApi.Fails(AuraErrorKind.Invalid, "no");

        var (_, lines) = await moves.MoveAsync(request!, "Client asked", PatrolHouse.Dispatcher);

        Assert.Equal(PatrolsText.MoveOldStays, lines[1]);
        Assert.Empty(_house.Aura.Cancelled);

        _house.Aura.Failure = null;
        (_, lines) = await moves.MoveAsync(request! with { FormId = Guid.NewGuid() }, "Client asked", PatrolHouse.Dispatcher);
        Assert.Equal([PatrolsText.MoveNewDone, PatrolsText.MoveOldCancelled], lines);
        Assert.Equal(["A100"], _house.Aura.Cancelled);
    }
}
