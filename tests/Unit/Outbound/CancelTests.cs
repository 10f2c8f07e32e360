using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Webhooks;

namespace AuraConsole.Unit.Outbound;

public sealed class CancelTests : IAsyncLifetime
{
    private OutboundHarness _console = null!;

    private FakeCallouts Aura => _console.Aura;

    public async Task InitializeAsync()
    {
        _console = await OutboundHarness.StartAsync();
        await _console.KnownAsync(9001, CalloutStage.Dispatched);
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [Fact]
    public async Task Cancel_AuraAgrees_IsConfirmedAndTheStageWaitsForAurasWord()
    {
        Aura.OnCancel = async () =>
        {
            await using var db = await _console.DbAsync();
            Assert.Equal(CommandState.Sending, db.Commands.Single().State);
            return _console.Told(9001, "Dispatched");
        };

        var view = await CancelAsync();

        Assert.Equal((CommandState.Confirmed, 9001L, "False alarm"), (view.State, view.CalloutId, view.Reason));
        var callout = await _console.CalloutAsync(9001);
        Assert.Equal(CalloutStage.Dispatched, callout.Stage);
        Assert.Equal([EntryKind.CancelAsked, EntryKind.CancelConfirmed], callout.Entries.Select(e => e.Kind));
        Assert.Equal(("False alarm", "Thandi"), (callout.Entries[0].Detail, callout.Entries[0].By));
        Assert.Equal(9001, await _console.Get<ReadRequests>().NextAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Cancel_AnswerShowsIt_MovesTheStage()
    {
        Aura.OnCancel = () => Task.FromResult(_console.Told(9001, "Cancelled"))!;

        await CancelAsync();

        Assert.Equal(CalloutStage.StoodDown, (await _console.CalloutAsync(9001)).Stage);
    }

    [Theory]
    [InlineData(AuraErrorKind.Invalid, CommandState.Rejected, EntryKind.CancelRejected)]
    [InlineData(AuraErrorKind.Unavailable, CommandState.NotSent, EntryKind.CancelNotSent)]
    [InlineData(AuraErrorKind.OutcomeUnknown, CommandState.Unknown, EntryKind.CancelAnswerLost)]
    public async Task Cancel_AuraFails_SaysWhatIsCertain(AuraErrorKind kind, CommandState state, EntryKind entry)
    {
        Aura.OnCancel = () => throw FakeCallouts.Failure(kind, "Not now");

        var view = await CancelAsync();

        Assert.Equal((state, kind), (view.State, view.ErrorKind));
        var entries = (await _console.CalloutAsync(9001)).Entries;
        Assert.Equal([EntryKind.CancelAsked, entry], entries.Select(e => e.Kind));
        Assert.Equal("Not now", entries[1].Detail);
    }

    [Fact]
    public async Task Cancel_CalloutClosed_IsNotSent()
    {
        await _console.KnownAsync(9002, CalloutStage.Closed);

        var view = await _console.Commands.CancelAsync(new CancelRequest(Guid.NewGuid(), 9002, "False alarm"), OutboundHarness.Thandi, default);

        Assert.Equal((CommandState.NotSent, CommandNote.AlreadyClosed), (view.State, view.Note));
        Assert.Equal(0, Aura.Cancels);
    }

    [Fact]
    public async Task Cancel_NotInOrder_RecordsNothing()
    {
        foreach (var request in new CancelRequest[] { new(Guid.NewGuid(), 9001, " "), new(Guid.NewGuid(), 9001, new string('x', 501)), new(Guid.NewGuid(), 4711, "False alarm") })
            await Assert.ThrowsAsync<ArgumentException>(() => _console.Commands.CancelAsync(request, OutboundHarness.Thandi, default));

        await using var db = await _console.DbAsync();
        Assert.Empty(db.Commands);
    }

    [Theory]
    [InlineData("Cancelled", false)]
    [InlineData("Dispatched", true)]
    public async Task Settle_LostAnswerAndAuraShowsIt_IsConfirmed(string status, bool isClosed)
    {
        var view = await LostAsync();
        Aura.OnGet = id => Task.FromResult(_console.Told(id, status) with { ClosedByStatusCode = isClosed });

        await _console.StartSettlerAsync();
        await _console.PassAsync(() => _console.Board.Find(view.Id)!.State == CommandState.Confirmed);

        Assert.Contains(EntryKind.CancelFound, await _console.EntryKindsAsync(9001));
    }

    [Fact]
    public async Task Settle_StillActiveAfterTheWindow_IsNotSent()
    {
        var view = await LostAsync();
        Aura.OnGet = id => Task.FromResult(_console.Told(id, "Dispatched"));

        await _console.StartSettlerAsync();
        await _console.PassAsync(TimeSpan.FromSeconds(16));
        Assert.Equal(CommandState.Unknown, _console.Board.Find(view.Id)!.State);
        await _console.PassAsync(() => !_console.Board.Find(view.Id)!.IsOpen);

        var settled = _console.Board.Find(view.Id)!;
        Assert.Equal((CommandState.NotSent, CommandNote.NothingAtAura), (settled.State, settled.Note));
        Assert.Equal(EntryKind.CancelNotSent, (await _console.EntryKindsAsync(9001))[^1]);
    }

    [Fact]
    public async Task Settle_AuraDoesNotKnowTheCallout_NeedsAPersonWhoPutsItAway()
    {
        var view = await LostAsync();
        Aura.OnGet = _ => throw FakeCallouts.Failure(AuraErrorKind.NotFound);

        await _console.StartSettlerAsync();
        await _console.PassAsync(() => _console.Board.Find(view.Id)!.NeedsPerson);
        var away = await _console.Commands.PutAwayAsync(view.Id, "AURA says no", OutboundHarness.Sipho, default);

        Assert.Equal((CommandState.NotSent, CommandNote.SettledByPerson, false), (away.State, away.Note, away.NeedsPerson));
        Assert.Equal("False alarm | Sipho: AURA says no", away.Reason);
        var entry = (await _console.CalloutAsync(9001)).Entries[^1];
        Assert.Equal((EntryKind.CancelNotSent, "Sipho", "AURA says no"), (entry.Kind, entry.By, entry.Detail));
    }

    private Task<CommandView> CancelAsync() =>
        _console.Commands.CancelAsync(new CancelRequest(Guid.NewGuid(), 9001, " False alarm "), OutboundHarness.Thandi, default);

    private async Task<CommandView> LostAsync()
    {
        Aura.OnCancel = () => throw FakeCallouts.Failure(AuraErrorKind.OutcomeUnknown);
        return await CancelAsync();
    }
}
