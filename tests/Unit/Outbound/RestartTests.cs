using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Unit.Outbound;

public sealed class RestartTests : IAsyncLifetime
{
    private OutboundHarness _console = null!;

    public async Task InitializeAsync()
    {
        _console = await OutboundHarness.StartAsync();
        _console.Aura.List();
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [Fact]
    public async Task Restart_RecordedCommand_IsNotSent()
    {
        var left = _console.Left(CommandState.Recorded);
        await _console.InsertAsync(left);

        await _console.RestartAsync();

        var view = _console.Board.Find(left.Id)!;
        Assert.Equal((CommandState.NotSent, CommandNote.StoppedBefore, "Marula House"), (view.State, view.Note, view.SiteName));
        Assert.Empty(_console.Aura.Raises);
    }

    [Fact]
    public async Task Restart_SendingRaise_IsLookedForAndHoldsTheSite()
    {
        var left = _console.Left(CommandState.Sending);
        await _console.InsertAsync(left);
        // away, so that the settler does not settle it at once
        _console.Aura.OnList = () => throw FakeCallouts.Failure(AuraConsole.Integration.Http.AuraErrorKind.Unavailable);

        await _console.RestartAsync();

        Assert.Equal(CommandState.Unknown, _console.Board.Find(left.Id)!.State);
        Assert.Equal(CommandNote.OtherRaiseUnsettled, (await _console.RaiseAsync()).Note);
        _console.Aura.List(_console.Told(9001));
        await _console.PassAsync(() => _console.Board.Find(left.Id)!.State == CommandState.Confirmed);
        Assert.Empty(_console.Aura.Raises);
    }

    [Fact]
    public async Task Restart_SendingCancel_SaysThatTheAnswerIsLost()
    {
        await _console.KnownAsync(9001);
        var left = _console.Left(CommandState.Sending, CommandKind.Cancel);
        left.CalloutAuraId = 9001;
        await _console.InsertAsync(left);
        _console.Aura.OnGet = _ => throw FakeCallouts.Failure(AuraConsole.Integration.Http.AuraErrorKind.Unavailable);

        await _console.RestartAsync();

        Assert.Equal(CommandState.Unknown, _console.Board.Find(left.Id)!.State);
        Assert.Equal([EntryKind.CancelAnswerLost], await _console.EntryKindsAsync(9001));
    }

    [Fact]
    public async Task Restart_AfterTooLong_FindingNothingNeedsAPerson()
    {
        var left = _console.Left(CommandState.Sending);
        await _console.InsertAsync(left);
        _console.Time.Advance(TimeSpan.FromMinutes(6));

        await _console.RestartAsync();
        await _console.PassAsync(() => _console.Board.Find(left.Id)!.NeedsPerson);
        await _console.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(CommandState.Unknown, _console.Board.Find(left.Id)!.State);
    }

    [Fact]
    public async Task Restart_SettledCommands_OnlyTheRecentOnesAreShown()
    {
        var (recent, old) = (_console.Left(CommandState.Confirmed), _console.Left(CommandState.Confirmed));
        (recent.SettledAt, old.SettledAt) = (recent.AskedAt, old.AskedAt.AddMinutes(-11));
        await _console.InsertAsync(recent);
        await _console.InsertAsync(old);

        await _console.RestartAsync();

        Assert.NotNull(_console.Board.Find(recent.Id));
        Assert.Null(_console.Board.Find(old.Id));
    }

    [Fact]
    public async Task Rounds_SendingRowNobodyWorksOn_IsTakenOver()
    {
        await _console.StartSettlerAsync();
        var orphan = _console.Left(CommandState.Sending);
        await _console.InsertAsync(orphan);

        await _console.PassAsync(() => _console.Board.Find(orphan.Id)?.State == CommandState.NotSent);

        Assert.Equal(CommandNote.NothingAtAura, _console.Board.Find(orphan.Id)!.Note);
    }

    [Fact]
    public async Task Stop_AnswerOnItsWay_IsWaitedFor()
    {
        await _console.StartSettlerAsync();
        var answer = new TaskCompletionSource<RaisedCallout>(TaskCreationOptions.RunContinuationsAsynchronously);
        _console.Aura.OnRaise = _ => answer.Task;
        var asked = _console.RaiseAsync();
        await Until.TrueAsync(() => _console.Aura.Raises.Count == 1);

        var stopped = _console.StopSettlerAsync();
        await _console.Time.TimerSetAsync(TimeSpan.FromSeconds(5));
        Assert.False(stopped.IsCompleted);
        answer.SetResult(new RaisedCallout(_console.Told(9001), null, null));
        await stopped.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(CommandState.Confirmed, (await asked).State);
    }

    [Fact]
    public async Task Stop_NoAnswerInTime_IsUnknown()
    {
        await _console.StartSettlerAsync();
        _console.Aura.OnRaise = async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            throw new InvalidOperationException("An endless wait ended.");
        };
        var asked = _console.RaiseAsync();
        await Until.TrueAsync(() => _console.Aura.Raises.Count == 1);

        var stopped = _console.StopSettlerAsync();
        await _console.Time.TimerSetAsync(TimeSpan.FromSeconds(5));
        _console.Time.Advance(TimeSpan.FromSeconds(5));
        await stopped.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(CommandState.Unknown, (await asked).State);
        Assert.Equal(CommandState.Unknown, (await _console.CommandAsync((await asked).Id)).State);
    }
}
