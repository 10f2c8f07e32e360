using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Outbound.Sending;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Outbound;

public sealed class RaiseTests : IAsyncLifetime
{
    private OutboundHarness _console = null!;

    private FakeCallouts Aura => _console.Aura;

    public async Task InitializeAsync() => _console = await OutboundHarness.StartAsync();

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [Fact]
    public async Task Raise_BeforeItLeaves_IsOnDiskAsSending()
    {
        var request = _console.Request(incident: " INC-7 ") with { ResponseTypeId = 1, InternalTest = true };
        Command? onDisk = null;
        Aura.OnRaise = async _ =>
        {
            onDisk = await _console.CommandAsync(request.CommandId);
            return new RaisedCallout(_console.Told(9001), null, null);
        };

        await _console.RaiseAsync(request);

        Assert.NotNull(onDisk);
        Assert.Equal(CommandState.Sending, onDisk.State);
        Assert.Equal(_console.Time.GetUtcNow(), onDisk.SentAt);
        Assert.Equal(("Thandi", "INC-7"), (onDisk.AskedByName, onDisk.IncidentNumber));
    }

    [Fact]
    public async Task Raise_AnsweredWithNewCallout_IsConfirmedWithItsEntries()
    {
        var request = _console.Request(incident: "INC-7") with { ResponseTypeId = 1, ClassificationId = 2 };
        Aura.OnRaise = _ =>
        {
            _console.Time.Advance(TimeSpan.FromMilliseconds(640));
            return Task.FromResult(new RaisedCallout(_console.Told(9001) with { TrackingUrl = "https://track.example/1" }, "site-1", "Callout created"));
        };

        var view = await _console.RaiseAsync(request);

        Assert.Equal((CommandState.Confirmed, 9001L, "Callout created"), (view.State, view.CalloutId, view.AuraMessage));
        Assert.Equal(view, _console.Board.Find(request.CommandId));
        Assert.Equal(("SITE-1", (int?)1, (int?)2, null), (Aura.Raises.Single().Reference, Aura.Raises[0].Chosen.ResponseTypeId, Aura.Raises[0].Chosen.ClassificationId, Aura.Raises[0].Chosen.InternalTest));
        var callout = await _console.CalloutAsync(9001);
        Assert.Equal((request.CommandId, "INC-7", "https://track.example/1"), (callout.RaisedByCommandId, callout.IncidentNumber, callout.TrackingUrl));
        Assert.Equal([EntryKind.RaiseAsked, EntryKind.RaiseConfirmed], callout.Entries.Select(e => e.Kind));
        Assert.Equal((EntrySource.Operator, "Thandi"), (callout.Entries[0].Source, callout.Entries[0].By));
        Assert.Equal("0.6", callout.Entries[1].Detail);
        Assert.False(_console.Get<Board>().Now.Find(9001)!.RaisedElsewhere);
        Assert.Equal(AuraReach.Connected, _console.Get<UpstreamStatus>().Now.Reach);
    }

    [Fact]
    public async Task Raise_AnswerNamesNoSite_TakesTheSiteThatWasAsked()
    {
        Aura.Answer(new AuraCallout { Id = 9001 });

        var view = await _console.RaiseAsync();

        Assert.Equal(CommandState.Confirmed, view.State);
        var callout = await _console.CalloutAsync(9001);
        Assert.Equal((_console.Site.Id, 501L, "Marula House", "SITE-1", "1 Jacaranda Road"), (callout.SiteId, callout.SiteAuraId, callout.SiteName, callout.Reference, callout.Address));
    }

    [Fact]
    public async Task Raise_TwoOperatorsAtOnce_OneIsConfirmedAndOneJoined()
    {
        var answer = new TaskCompletionSource<RaisedCallout>(TaskCreationOptions.RunContinuationsAsynchronously);
        Aura.OnRaise = _ => answer.Task;
        var (one, other) = (_console.Request(), _console.Request());

        var asked = new[] { _console.RaiseAsync(one), _console.RaiseAsync(other, OutboundHarness.Sipho) };
        await Until.TrueAsync(() => _console.Board.Open.Count == 2 && Aura.Raises.Count == 1);
        answer.SetResult(new RaisedCallout(_console.Told(9001), "SITE-1", null));
        var views = await Task.WhenAll(asked);

        Assert.Single(Aura.Raises);
        Assert.Equal([CommandState.Confirmed, CommandState.Joined], views.Select(v => v.State).Order());
        Assert.Equal((CommandNote.ActiveCalloutHere, 9001L), (views.Single(v => v.State == CommandState.Joined).Note, views[0].CalloutId));
        Assert.Contains(EntryKind.RaiseJoined, await _console.EntryKindsAsync(9001));
        Assert.Equal(0, _console.Get<CommandGates>().Count);
    }

    [Fact]
    public async Task Raise_SameCommandTwice_IsOneRequestAndOneOutcome()
    {
        var answer = new TaskCompletionSource<RaisedCallout>(TaskCreationOptions.RunContinuationsAsynchronously);
        Aura.OnRaise = _ => answer.Task;
        var request = _console.Request();

        var (first, second) = (_console.RaiseAsync(request), _console.RaiseAsync(request));
        await Until.TrueAsync(() => Aura.Raises.Count == 1);
        answer.SetResult(new RaisedCallout(_console.Told(9001), null, null));
        var later = await _console.RaiseAsync(request with { CommandId = (await first).Id });

        Assert.Equal(await first, await second);
        Assert.Equal(CommandState.Confirmed, later.State);
        Assert.Single(Aura.Raises);
    }

    [Fact]
    public async Task Raise_ActiveCalloutHere_JoinsItWithoutAsking()
    {
        await _console.KnownAsync(9001, CalloutStage.OnScene);

        var view = await _console.RaiseAsync(_console.Request(incident: "INC-8"));

        Assert.Equal((CommandState.Joined, CommandNote.ActiveCalloutHere, 9001L), (view.State, view.Note, view.CalloutId));
        Assert.Empty(Aura.Raises);
        var callout = await _console.CalloutAsync(9001);
        Assert.Equal((EntryKind.RaiseJoined, "Thandi", "INC-8"), (callout.Entries.Single().Kind, callout.Entries[0].By, callout.Entries[0].Detail));
        Assert.Null(callout.RaisedByCommandId);
    }

    [Fact]
    public async Task Raise_ActiveCalloutKnowsOnlyAurasSiteId_JoinsItToo()
    {
        await _console.KnownAsync(9001, change: c => c.SiteId = null);

        Assert.Equal(CommandState.Joined, (await _console.RaiseAsync()).State);
    }

    [Theory]
    [InlineData(CalloutStage.Completed, false, false)]
    [InlineData(CalloutStage.StoodDown, false, false)]
    [InlineData(CalloutStage.Closed, false, false)]
    [InlineData(CalloutStage.Dispatched, true, false)]
    [InlineData(CalloutStage.Dispatched, false, true)]
    public async Task Raise_OlderCalloutDoesNotServe_IsSent(CalloutStage stage, bool isMissing, bool isTest)
    {
        await _console.KnownAsync(8001, stage, c => (c.MissingSince, c.InternalTest) = (isMissing ? c.FirstSeenAt : null, isTest));
        Aura.Answer(_console.Told(9001));

        var view = await _console.RaiseAsync();

        Assert.Equal((CommandState.Confirmed, 9001L), (view.State, view.CalloutId));
    }

    [Fact]
    public async Task Raise_Insisting_IsSentAndSaysWhy()
    {
        await _console.KnownAsync(8001);
        Aura.Answer(_console.Told(9001));

        var view = await _console.RaiseAsync(_console.Request(insist: " Second fire at the gate "));

        Assert.Equal((CommandState.Confirmed, "Second fire at the gate"), (view.State, view.Reason));
        Assert.True((await _console.CommandAsync(view.Id)).Insisted);
        Assert.Equal("Second fire at the gate", (await _console.CalloutAsync(9001)).Entries.Single(e => e.Kind == EntryKind.RaiseAsked).Detail);
    }

    [Fact]
    public async Task Raise_OtherRaiseUnsettled_IsNotSentUnlessInsisting()
    {
        await _console.InsertAsync(_console.Left(CommandState.Unknown));

        var view = await _console.RaiseAsync();

        Assert.Equal((CommandState.NotSent, CommandNote.OtherRaiseUnsettled), (view.State, view.Note));
        Assert.Empty(Aura.Raises);
        Aura.Answer(_console.Told(9001));
        Assert.Equal(CommandState.Confirmed, (await _console.RaiseAsync(_console.Request(insist: "Checked by telephone"))).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Raise_SiteDeletedOrMissing_IsNotSent(bool isMissing)
    {
        await using (var db = await _console.DbAsync())
            await db.Sites.Where(s => s.Id == _console.Site.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.DeletedAt, _console.Time.GetUtcNow()));

        var view = await _console.RaiseAsync(_console.Request() with { SiteId = isMissing ? 4711 : _console.Site.Id });

        Assert.Equal((CommandState.NotSent, CommandNote.SiteDeleted), (view.State, view.Note));
        Assert.Equal(CommandState.NotSent, (await _console.CommandAsync(view.Id)).State);
        Assert.Empty(Aura.Raises);
    }

    [Fact]
    public async Task Raise_DeliveryOvertakesTheAnswer_IsStillConfirmed()
    {
        Aura.OnRaise = async _ =>
        {
            _console.Time.Advance(TimeSpan.FromMilliseconds(50));
            await _console.DeliverNewAsync(_console.Told(9001));
            _console.Time.Advance(TimeSpan.FromMilliseconds(50));
            return new RaisedCallout(_console.Told(9001), null, null);
        };

        var view = await _console.RaiseAsync();

        Assert.Equal((CommandState.Confirmed, 9001L), (view.State, view.CalloutId));
        Assert.Equal([EntryKind.RaiseAsked, EntryKind.EventReceived, EntryKind.RaiseConfirmed], await _console.EntryKindsAsync(9001));
    }

    [Theory]
    [InlineData(true, 0, CommandState.Joined)]
    [InlineData(false, -121, CommandState.Joined)]
    [InlineData(false, -119, CommandState.Confirmed)]
    public async Task Raise_AnsweredWithOlderCallout_IsJoined(bool isKnown, int createdSeconds, CommandState expected)
    {
        if (isKnown)
            await _console.KnownAsync(9001);
        Aura.Answer(_console.Told(9001, createdAt: _console.Time.GetUtcNow().AddSeconds(createdSeconds)));

        var view = await _console.RaiseAsync(_console.Request(insist: "Caller says it is another fire"));

        Assert.Equal((expected, 9001L), (view.State, view.CalloutId));
        Assert.Equal(expected == CommandState.Joined ? CommandNote.ExistingAtAura : null, view.Note);
    }

    [Fact]
    public async Task Raise_AnsweredWithAnotherCommandsCallout_IsJoined()
    {
        Aura.Answer(_console.Told(9001));
        var first = await _console.RaiseAsync();

        var second = await _console.RaiseAsync(_console.Request(insist: "Second fire"), OutboundHarness.Sipho);

        Assert.Equal((CommandState.Joined, CommandNote.ExistingAtAura), (second.State, second.Note));
        Assert.Equal(first.Id, (await _console.CalloutAsync(9001)).RaisedByCommandId);
    }

    [Theory]
    [InlineData(777, null)]
    [InlineData(null, "SITE-B")]
    public async Task Raise_AnsweredForAnotherSite_IsJoinedAndSaysSo(int? siteId, string? reference)
    {
        Aura.Answer(new AuraCallout { Id = 9001, SiteId = siteId }, reference);

        var view = await _console.RaiseAsync();

        Assert.Equal((CommandState.Joined, CommandNote.OtherSite, 9001L), (view.State, view.Note, view.CalloutId));
        var callout = await _console.CalloutAsync(9001);
        Assert.NotEqual(_console.Site.Id, callout.SiteId);
        Assert.Null(callout.RaisedByCommandId);
    }

    [Theory]
    [InlineData(AuraErrorKind.Invalid, CommandState.Rejected)]
    [InlineData(AuraErrorKind.RateLimited, CommandState.Rejected)]
    [InlineData(AuraErrorKind.Unauthorised, CommandState.Rejected)]
    [InlineData(AuraErrorKind.Unavailable, CommandState.NotSent)]
    [InlineData(AuraErrorKind.OutcomeUnknown, CommandState.Unknown)]
    public async Task Raise_AuraFails_SaysWhatIsCertain(AuraErrorKind kind, CommandState expected)
    {
        Aura.Refuse(kind, "No fixed location matches");

        var view = await _console.RaiseAsync();

        Assert.Equal((expected, kind, "No fixed location matches"), (view.State, view.ErrorKind, view.AuraMessage));
        Assert.Equal(expected == CommandState.Unknown, view.SettledAt is null);
        Assert.Equal(expected, (await _console.CommandAsync(view.Id)).State);
    }

    [Fact]
    public async Task Raise_AnswerCannotBeTakenIn_IsUnknownNotForgotten()
    {
        Aura.OnRaise = _ => throw new InvalidDataException("broken");

        var view = await _console.RaiseAsync();

        Assert.Equal((CommandState.Unknown, null), (view.State, view.ErrorKind));
        Assert.Contains(view, _console.Board.Open);
    }

    [Fact]
    public async Task Raise_BrowserGone_StillCompletes()
    {
        using var circuit = new CancellationTokenSource();
        var answer = new TaskCompletionSource<RaisedCallout>(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = CancellationToken.None;
        Aura.OnRaise = token => { seen = token; return answer.Task; };
        var request = _console.Request();

        var waiting = _console.Commands.RaiseAsync(request, OutboundHarness.Thandi, circuit.Token);
        await Until.TrueAsync(() => Aura.Raises.Count == 1);
        await circuit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(seen.IsCancellationRequested);
        answer.SetResult(new RaisedCallout(_console.Told(9001), null, null));

        await Until.TrueAsync(() => _console.Board.Find(request.CommandId)?.State == CommandState.Confirmed);
        Assert.Equal(CommandState.Confirmed, (await _console.CommandAsync(request.CommandId)).State);
    }

    [Fact]
    public async Task Raise_RequestNotInOrder_RecordsNothing()
    {
        var good = _console.Request();
        RaiseRequest[] bad =
        [
            good with { CommandId = Guid.Empty }, good with { InsistReason = "  " }, good with { InsistReason = new string('x', 501) },
            good with { IncidentNumber = new string('x', 61) },
        ];

        foreach (var request in bad)
            await Assert.ThrowsAsync<ArgumentException>(() => _console.RaiseAsync(request));

        await using var db = await _console.DbAsync();
        Assert.False(await db.Commands.AnyAsync());
    }
}
