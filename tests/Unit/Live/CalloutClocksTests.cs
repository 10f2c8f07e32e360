using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Unit.Live;

public sealed class CalloutClocksTests
{
    private static readonly DateTimeOffset Seen = Rows.Start.AddMinutes(1);

    private static readonly ClockPreset All = ClockPreset.Of(new StageClockPreset
    {
        Name = "all",
        ClaimWarning = 30,
        ClaimBreach = 60,
        DispatchWarning = 60,
        DispatchBreach = 120,
        ArriveWarning = 600,
        ArriveBreach = 900,
        CompleteWarning = 1200,
        CompleteBreach = 1800,
        CloseWarning = 300,
        CloseBreach = 600,
    });

    [Theory]
    [InlineData(0, ClockState.Calm)]
    [InlineData(29, ClockState.Calm)]
    [InlineData(30, ClockState.Warning)]
    [InlineData(59, ClockState.Warning)]
    [InlineData(60, ClockState.Breached)]
    [InlineData(6000, ClockState.Breached)]
    public void Unclaimed_AtAnInstant_StandsByItsLimits(int seconds, ClockState expected)
    {
        var clock = CalloutClocks.Running(Rows.Of(1), All, Seen.AddSeconds(seconds))!.Value;

        Assert.Equal((ClockPhase.Claim, expected, (DateTimeOffset?)Seen.AddSeconds(60)), (clock.Phase, clock.At(Seen.AddSeconds(seconds)), clock.BreachesAt));
    }

    [Theory]
    [InlineData(CalloutStage.Created, ClockPhase.Dispatch, 5)]
    [InlineData(CalloutStage.Dispatched, ClockPhase.Arrive, 60)]
    [InlineData(CalloutStage.OnScene, ClockPhase.Complete, 300)]
    [InlineData(CalloutStage.Completed, ClockPhase.Close, 900)]
    public void Claimed_InEachStage_RunsThePhaseOfThatStage(CalloutStage stage, ClockPhase phase, int since)
    {
        var clock = CalloutClocks.Running(Whole(stage), All, Seen.AddSeconds(901))!.Value;

        Assert.Equal((phase, (DateTimeOffset?)Seen.AddSeconds(since)), (clock.Phase, clock.Since));
    }

    [Fact]
    public void Closed_NothingRuns_AndEachPhaseStandsAsItEnded()
    {
        var row = Whole(CalloutStage.Closed) with { ClosedAt = Seen.AddSeconds(1600) };

        Assert.Null(CalloutClocks.Running(row, All, Seen.AddDays(1)));
        Assert.Equal(
            [ClockState.Calm, ClockState.Calm, ClockState.Calm, ClockState.Calm, ClockState.Breached],
            Enum.GetValues<ClockPhase>().Select(phase => CalloutClocks.Of(row, All, phase).At(Seen.AddDays(1))));
    }

    [Fact]
    public void Dispatched_AndStillUnclaimed_ClaimingGoesOn()
    {
        var row = Rows.Of(1, CalloutStage.Dispatched) with { DispatchedAt = Seen.AddSeconds(10) };

        var clock = CalloutClocks.Running(row, All, Seen.AddSeconds(61))!.Value;

        Assert.Equal((ClockPhase.Claim, ClockState.Breached), (clock.Phase, clock.At(Seen.AddSeconds(61))));
    }

    [Fact]
    public void HandedBack_ClaimClock_StaysAsItEnded()
    {
        var row = Rows.Of(1) with { FirstClaimedAt = Seen.AddSeconds(5) };

        Assert.False(CalloutClocks.Of(row, All, ClockPhase.Claim).IsRunning);
        Assert.Equal(ClockPhase.Dispatch, CalloutClocks.Running(row, All, Seen.AddHours(1))!.Value.Phase);
    }

    [Fact]
    public void DispatchedBeforeItWasClaimed_Dispatch_TookNoTime()
    {
        var row = Rows.Of(1, CalloutStage.Dispatched) with { DispatchedAt = Seen.AddSeconds(2), FirstClaimedAt = Seen.AddSeconds(40) };

        var clock = CalloutClocks.Of(row, All, ClockPhase.Dispatch);

        Assert.Equal((clock.Since, false, ClockState.Calm), (clock.Until, clock.IsRunning, clock.At(Seen.AddDays(1))));
    }

    [Fact]
    public void StoodDown_CloseClock_RunsSinceThen()
    {
        var row = Rows.Of(1, CalloutStage.StoodDown, "other") with { FirstClaimedAt = Seen, StageSince = Seen.AddSeconds(50) };

        var clock = CalloutClocks.Running(row, All, Seen.AddSeconds(60))!.Value;

        Assert.Equal((ClockPhase.Close, (DateTimeOffset?)Seen.AddSeconds(50)), (clock.Phase, clock.Since));
    }

    [Fact]
    public void NoLimits_NothingToShow()
    {
        Assert.Null(CalloutClocks.Running(Rows.Of(1), ClockPreset.None, Seen.AddDays(1)));
        Assert.Null(CalloutClocks.NextBreach(Rows.Of(1), ClockPreset.None, Seen));
    }

    [Fact]
    public void NextBreach_AfterTheFirst_IsTheNextOne()
    {
        var row = Rows.Of(1, CalloutStage.Dispatched) with { DispatchedAt = Seen };

        Assert.Equal(Seen.AddSeconds(60), CalloutClocks.NextBreach(row, All, Seen));
        Assert.Equal(Seen.AddSeconds(900), CalloutClocks.NextBreach(row, All, Seen.AddSeconds(60)));
        Assert.Null(CalloutClocks.NextBreach(row, All, Seen.AddSeconds(900)));
    }

    private static BoardRow Whole(CalloutStage stage) => Rows.Of(1, stage, "other") with
    {
        FirstClaimedAt = Seen.AddSeconds(5),
        DispatchedAt = stage >= CalloutStage.Dispatched ? Seen.AddSeconds(60) : null,
        ArrivedAt = stage >= CalloutStage.OnScene ? Seen.AddSeconds(300) : null,
        CompletedAt = stage >= CalloutStage.Completed ? Seen.AddSeconds(900) : null,
    };
}
