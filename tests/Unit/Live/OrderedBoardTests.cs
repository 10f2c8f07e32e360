using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Unit.Live;

public sealed class OrderedBoardTests
{
    private static readonly ClockBook Book = new(
        [
            new StageClockPreset { Id = 1, Name = "slow", ClaimBreach = 3600, IsDefault = true },
            new StageClockPreset { Id = 2, Name = "quick", ClaimBreach = 60 },
        ],
        [new StageClockAssignment { ResponseType = "Armed", ResponseTypeId = 8, PresetId = 2 }]);

    [Fact]
    public void Order_BreachedThenRealThenMedicalThenAge()
    {
        var test = Rows.Of(1) with { IsTest = true, Urgency = Urgency.Test };
        var older = Rows.Of(2) with { Urgency = Urgency.Security };
        var younger = Rows.Of(3) with { Urgency = Urgency.Security };
        var medical = Rows.Of(4) with { Urgency = Urgency.Medical };
        var breached = Rows.Of(5) with { Urgency = Urgency.Security, ResponseType = "armed" };

        var board = OrderedBoard.Of(Rows.Snapshot(test, older, younger, medical, breached), Book, Rows.Start.AddMinutes(6).AddSeconds(1));

        Assert.Equal([5, 4, 2, 3, 1], board.Active.Select(row => row.Id));
        Assert.Equal(ClockPhase.Claim, board.ClockOf(5)!.Value.Phase);
        Assert.Null(board.ClockOf(404));
    }

    [Theory]
    [InlineData(8, null, "quick")]
    [InlineData(null, "ARMED", "quick")]
    [InlineData(8, "something else", "quick")]
    [InlineData(9, "Medical", "slow")]
    [InlineData(null, null, "slow")]
    public void Preset_ByResponseType_FallsBackToTheDefault(int? id, string? name, string expected) =>
        Assert.Equal(expected, Book.For(Rows.Of(1) with { ResponseTypeId = id, ResponseType = name }).Name);

    [Fact]
    public void Preset_NoneAtAll_HasNoLimits() => Assert.Equal(ClockPreset.None, ClockBook.Empty.For(Rows.Of(1)));

    [Fact]
    public void Closed_HaveNoClockAndNoPlaceAmongTheActive()
    {
        var board = OrderedBoard.Of(Rows.Snapshot(Rows.Of(1, CalloutStage.Closed)), Book, Rows.Start.AddDays(1));

        Assert.Empty(board.Active);
        Assert.Single(board.Snapshot.RecentlyClosed);
    }
}
