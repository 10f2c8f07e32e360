using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator;
using AuraConsole.Simulator.State;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;

namespace AuraConsole.Unit.Outbound;

/// <summary>The same over real HTTP, with what AURA and the network between may do to a command.</summary>
public sealed class OutboundSimulatorTests : IAsyncLifetime
{
    private SimulatorHost _aura = null!;
    private OutboundHarness _console = null!;

    private int Raises => _aura.State.Requests.Count(r => r.Method == "POST" && r.Path.EndsWith("/callouts", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        _aura = await SimulatorHost.StartAsync(new SimulatorOptions { Url = "http://127.0.0.1:0", AutoAdvance = false, ReuseActiveCallout = false });
        var site = _aura.State.Main.Sites[0];
        _console = await OutboundHarness.StartAsync(_aura.Url, site.Id, site.Reference);
        await _console.StartSettlerAsync();
    }

    public async Task DisposeAsync()
    {
        await _console.StopSettlerAsync();
        await _console.DisposeAsync();
        await _aura.DisposeAsync();
    }

    [Fact]
    public async Task Raise_TwoAtOnceWithAServerThatWouldMakeTwo_IsOneCalloutOneRequest()
    {
        var views = await Task.WhenAll(_console.RaiseAsync(), _console.RaiseAsync(by: OutboundHarness.Sipho));

        Assert.Equal([CommandState.Confirmed, CommandState.Joined], views.Select(v => v.State).Order());
        Assert.Equal(1, Raises);
        Assert.Single(_aura.State.Main.Callouts);
        Assert.Equal(views[0].CalloutId, views[1].CalloutId);
    }

    [Fact]
    public async Task Raise_Insisting_MakesASecondCallout()
    {
        await _console.RaiseAsync();

        var second = await _console.RaiseAsync(_console.Request(insist: "Second fire at the gate"));

        Assert.Equal(CommandState.Confirmed, second.State);
        Assert.Equal(2, _aura.State.Main.Callouts.Count);
    }

    [Fact]
    public async Task Raise_InsistingAtAServerThatReuses_IsJoined()
    {
        _aura.Configure(options => options.ReuseActiveCallout = true);
        var first = await _console.RaiseAsync();

        var second = await _console.RaiseAsync(_console.Request(insist: "Second fire at the gate"));

        Assert.Equal((CommandState.Joined, CommandNote.ExistingAtAura, first.CalloutId), (second.State, second.Note, second.CalloutId));
    }

    [Fact]
    public async Task Raise_AnswerLostAfterCommit_IsFoundAndNotDoubled()
    {
        _aura.Faults.DropAnswers = 1;

        var view = await _console.RaiseAsync();
        Assert.Equal((CommandState.Unknown, AuraErrorKind.OutcomeUnknown), (view.State, view.ErrorKind));
        await SettledAsync(view);

        Assert.Equal(CommandState.Confirmed, View(view).State);
        Assert.Equal(_aura.State.Main.Callouts.Single().Id, View(view).CalloutId);
        Assert.Equal(1, Raises);
        Assert.Contains(EntryKind.RaiseFound, await _console.EntryKindsAsync(View(view).CalloutId!.Value));
    }

    [Fact]
    public async Task Raise_LostBeforeCommit_IsNotSentAndMayBeAskedAgain()
    {
        _aura.Faults.DropRequests = 1;

        var view = await _console.RaiseAsync();
        Assert.Equal(CommandState.Unknown, view.State);
        await SettledAsync(view);

        Assert.Equal((CommandState.NotSent, CommandNote.NothingAtAura), (View(view).State, View(view).Note));
        Assert.Equal(CommandState.Confirmed, (await _console.RaiseAsync()).State);
        Assert.Single(_aura.State.Main.Callouts);
    }

    [Fact]
    public async Task Raise_AuraDown_IsNotSent()
    {
        await _aura.DisposeAsync();

        var view = await _console.RaiseAsync();

        Assert.Equal((CommandState.NotSent, AuraErrorKind.Unavailable), (view.State, view.ErrorKind));
    }

    [Fact]
    public async Task Raise_UnknownReference_IsRejectedWithAurasWords()
    {
        var view = await _console.RaiseAsync(_console.Request() with { SiteId = _console.OtherSite.Id });

        Assert.Equal((CommandState.Rejected, AuraErrorKind.Invalid), (view.State, view.ErrorKind));
        Assert.Contains("external reference", view.AuraMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_AnswerLostAfterCommit_IsFound()
    {
        var raised = await _console.RaiseAsync();
        _aura.Faults.DropAnswers = 1;

        var view = await _console.Commands.CancelAsync(new CancelRequest(Guid.NewGuid(), raised.CalloutId!.Value, "False alarm"), OutboundHarness.Thandi, default);
        Assert.Equal(CommandState.Unknown, view.State);
        await SettledAsync(view);

        Assert.Equal(CommandState.Confirmed, View(view).State);
        Assert.Equal(CalloutStage.StoodDown, (await _console.CalloutAsync(raised.CalloutId.Value)).Stage);
        Assert.Equal(SimulatedStep.Cancelled, _aura.State.Main.Callouts.Single().Step);
    }

    private CommandView View(CommandView command) => _console.Board.Find(command.Id)!;

    private Task SettledAsync(CommandView command) => Until.TrueAsync(() => !View(command).IsOpen);
}
