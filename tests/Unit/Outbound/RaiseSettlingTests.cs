using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;

namespace AuraConsole.Unit.Outbound;

public sealed class RaiseSettlingTests : IAsyncLifetime
{
    private OutboundHarness _console = null!;

    private FakeCallouts Aura => _console.Aura;

    private DateTimeOffset Now => _console.Time.GetUtcNow();

    public async Task InitializeAsync()
    {
        _console = await OutboundHarness.StartAsync();
        Aura.Refuse(AuraErrorKind.OutcomeUnknown);
        Aura.List();
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [Fact]
    public async Task Settle_DeliveryBroughtTheCallout_IsConfirmedWithoutAskingAura()
    {
        var lost = await _console.RaiseAsync(_console.Request(incident: "INC-9"));
        await _console.DeliverNewAsync(_console.Told(9001));

        await _console.StartSettlerAsync();
        await _console.PassAsync(() => Settled(lost));

        Assert.Equal((CommandState.Confirmed, 9001L), (View(lost).State, View(lost).CalloutId));
        Assert.Equal(0, Aura.Lists);
        var callout = await _console.CalloutAsync(9001);
        Assert.Equal((lost.Id, "INC-9"), (callout.RaisedByCommandId, callout.IncidentNumber));
        Assert.Equal([EntryKind.EventReceived, EntryKind.RaiseAsked, EntryKind.RaiseFound], callout.Entries.Select(e => e.Kind).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settle_AuraListsTheCallout_IsConfirmed(bool byReference)
    {
        await _console.StartSettlerAsync();
        Aura.List(byReference
            ? new AuraCallout { Id = 9001, Raw = JsonDocument.Parse("""{"externalReferenceId":"SITE-1"}""").RootElement }
            : _console.Told(9001, createdAt: Now));

        var lost = await _console.RaiseAsync();
        await Until.TrueAsync(() => Settled(lost));

        Assert.Equal((CommandState.Confirmed, 9001L), (View(lost).State, View(lost).CalloutId));
        var callout = await _console.CalloutAsync(9001);
        Assert.Equal((_console.Site.Id, "SITE-1"), (callout.SiteId, callout.Reference));
        Assert.Equal([EntryKind.RaiseAsked, EntryKind.RaiseFound], callout.Entries.Select(e => e.Kind).Order());
    }

    [Fact]
    public async Task Settle_NothingAtAuraForTheWholeWindow_IsNotSentAndNotEarlier()
    {
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();

        await _console.PassAsync(TimeSpan.FromSeconds(18));
        Assert.Equal(CommandState.Unknown, View(lost).State);
        await _console.PassAsync(() => Settled(lost));

        Assert.Equal((CommandState.NotSent, CommandNote.NothingAtAura), (View(lost).State, View(lost).Note));
        Assert.True(View(lost).SettledAt - lost.SentAt >= TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Settle_AnswerGivenUpAfterTheWindow_LooksOnForAWhile()
    {
        Aura.OnRaise = _ =>
        {
            _console.Time.Advance(TimeSpan.FromSeconds(30));
            throw FakeCallouts.Failure(AuraErrorKind.OutcomeUnknown);
        };
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();

        await _console.PassAsync(TimeSpan.FromSeconds(4));
        Assert.Equal(CommandState.Unknown, View(lost).State);
        Aura.List(_console.Told(9001));
        await _console.PassAsync(() => Settled(lost));

        Assert.Equal(CommandState.Confirmed, View(lost).State);
    }

    [Theory]
    [InlineData(false, "Dispatched", CommandState.Joined, CommandNote.ExistingAtAura)]
    [InlineData(true, "Dispatched", CommandState.NotSent, CommandNote.NothingAtAura)]
    [InlineData(false, "Completed", CommandState.NotSent, CommandNote.NothingAtAura)]
    public async Task Settle_OnlyAnOlderCalloutAtAura_IsNotTakenForOurs(bool insisting, string status, CommandState state, CommandNote note)
    {
        Aura.List(_console.Told(8001, status, createdAt: Now.AddMinutes(-10)));
        var lost = await _console.RaiseAsync(_console.Request(insist: insisting ? "Second fire" : null));
        await _console.StartSettlerAsync();

        await _console.PassAsync(() => Settled(lost));

        Assert.Equal((state, note), (View(lost).State, View(lost).Note));
        Assert.Equal(state == CommandState.Joined ? 8001 : null, View(lost).CalloutId);
    }

    [Fact]
    public async Task Settle_CalloutsOfOthers_AreNotTakenForOurs()
    {
        Aura.List(new AuraCallout { Id = 9001, SiteId = _console.OtherSite.AuraId }, new AuraCallout { Id = 9002, SiteId = 4711 });
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();

        await _console.PassAsync(() => Settled(lost));

        Assert.Equal(CommandState.NotSent, View(lost).State);
    }

    [Fact]
    public async Task Settle_TwoLostAndOneCallout_GoesToTheEarlier()
    {
        var first = await _console.RaiseAsync();
        _console.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await _console.RaiseAsync(_console.Request(insist: "Second fire"), OutboundHarness.Sipho);
        _console.Time.Advance(TimeSpan.FromSeconds(1));
        Aura.List(_console.Told(9001));
        await _console.StartSettlerAsync();

        await _console.PassAsync(() => Settled(first) && Settled(second));

        Assert.Equal((CommandState.Confirmed, CommandState.NotSent), (View(first).State, View(second).State));
    }

    [Fact]
    public async Task Settle_AnotherRaiseOfTheSiteUnderWay_WaitsForItsAnswer()
    {
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();
        var answer = new TaskCompletionSource<RaisedCallout>(TaskCreationOptions.RunContinuationsAsynchronously);
        Aura.OnRaise = _ => answer.Task;
        var insisting = _console.RaiseAsync(_console.Request(insist: "Second fire"), OutboundHarness.Sipho);
        await Until.TrueAsync(() => Aura.Raises.Count == 2);
        Aura.List(_console.Told(9002));

        await _console.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(CommandState.Unknown, View(lost).State);
        answer.SetResult(new RaisedCallout(_console.Told(9002), null, null));

        Assert.Equal((CommandState.Confirmed, 9002L), ((await insisting).State, (await insisting).CalloutId));
        await _console.PassAsync(() => Settled(lost));
        Assert.Equal(CommandState.Joined, View(lost).State);
    }

    [Fact]
    public async Task Settle_NamelessCallout_IsReadForItsSite()
    {
        Aura.List(new AuraCallout { Id = 9001 });
        Aura.OnGet = id => Task.FromResult(_console.Told(id));
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();

        await _console.PassAsync(() => Settled(lost));

        Assert.Equal((CommandState.Confirmed, 9001L), (View(lost).State, View(lost).CalloutId));
    }

    [Fact]
    public async Task Settle_NamelessCalloutStaysNameless_NeedsAPerson()
    {
        Aura.List(new AuraCallout { Id = 9001 });
        Aura.OnGet = id => Task.FromResult(new AuraCallout { Id = id });
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();

        await _console.PassAsync(() => View(lost).NeedsPerson);

        Assert.Equal(CommandState.Unknown, View(lost).State);
    }

    [Fact]
    public async Task Settle_AuraOutOfSight_NeedsAPersonAndStillSettlesItself()
    {
        Aura.OnList = () => throw FakeCallouts.Failure(AuraErrorKind.Unavailable);
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();

        await _console.PassAsync(TimeSpan.FromSeconds(110));
        Assert.False(View(lost).NeedsPerson);
        await _console.PassAsync(() => View(lost).NeedsPerson);
        Assert.Equal(CommandState.Unknown, View(lost).State);
        Aura.List(_console.Told(9001));
        await _console.PassAsync(() => Settled(lost));

        Assert.Equal((CommandState.Confirmed, false), (View(lost).State, View(lost).NeedsPerson));
    }

    [Fact]
    public async Task Settle_WaitsForAPerson_FindingNothingProvesNothingAndLooksSeldom()
    {
        Aura.OnList = () => throw FakeCallouts.Failure(AuraErrorKind.Unavailable);
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();
        await _console.PassAsync(() => View(lost).NeedsPerson);

        Aura.List();
        var before = Aura.Lists;
        await _console.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((CommandState.Unknown, true), (View(lost).State, View(lost).NeedsPerson));
        Assert.InRange(Aura.Lists - before, 4, 7);
    }

    [Fact]
    public async Task PutAway_NeedsPerson_IsNotSentByThatPerson()
    {
        Aura.OnList = () => throw FakeCallouts.Failure(AuraErrorKind.Unavailable);
        var lost = await _console.RaiseAsync();
        await _console.StartSettlerAsync();
        await _console.PassAsync(() => View(lost).NeedsPerson);

        var view = await _console.Commands.PutAwayAsync(lost.Id, " AURA has none ", OutboundHarness.Sipho, default);

        Assert.Equal((CommandState.NotSent, CommandNote.SettledByPerson, "Sipho: AURA has none"), (view.State, view.Note, view.Reason));
        Assert.Empty(_console.Board.Open);
        Aura.Answer(_console.Told(9001));
        Assert.Equal(CommandState.Confirmed, (await _console.RaiseAsync()).State);
    }

    [Fact]
    public async Task PutAway_StillBeingLookedAt_ChangesNothing()
    {
        var lost = await _console.RaiseAsync();

        var view = await _console.Commands.PutAwayAsync(lost.Id, "AURA has none", OutboundHarness.Sipho, default);

        Assert.Equal(lost, view);
        await Assert.ThrowsAsync<ArgumentException>(() => _console.Commands.PutAwayAsync(lost.Id, " ", OutboundHarness.Sipho, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _console.Commands.PutAwayAsync(Guid.NewGuid(), "AURA has none", OutboundHarness.Sipho, default));
    }

    [Fact]
    public async Task Settle_OneCommandFails_TheOthersGoOn()
    {
        await _console.KnownAsync(8001);
        await _console.KnownAsync(8002);
        foreach (var calloutId in new[] { 8001L, 8002L })
        {
            var left = _console.Left(CommandState.Unknown, CommandKind.Cancel);
            left.CalloutAuraId = calloutId;
            left.AskedAt = left.AskedAt.AddSeconds(calloutId - 9000);
            await _console.InsertAsync(left);
        }
        Aura.OnGet = id => id == 8001 ? throw new InvalidDataException("broken") : Task.FromResult(_console.Told(id, "Cancelled"));
        await _console.StartSettlerAsync();

        await _console.PassAsync(() => _console.Board.Open.Count == 1);

        Assert.Equal(8001, _console.Board.Open[0].CalloutId);
        Assert.Contains(_console.Logs.Lines, line => line.Contains("Settling failed", StringComparison.Ordinal));
    }

    private CommandView View(CommandView command) => _console.Board.Find(command.Id)!;

    private bool Settled(CommandView command) => !View(command).IsOpen;
}
