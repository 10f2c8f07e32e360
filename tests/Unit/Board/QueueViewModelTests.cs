using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Live;

namespace AuraConsole.Unit.BoardPages;

public sealed class QueueViewModelTests
{
    private readonly QueueViewModel _queue = new() { UserId = Rows.Me };

    [Fact]
    public void Counts_EveryKindOfOwner_CountAllThereAre()
    {
        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2, owner: Rows.Me), Rows.Of(3, CalloutStage.OnScene, "other"), Rows.Of(4, CalloutStage.Closed)));
        _queue.Narrow(new QueueFilter { Text = "nothing has this" });

        Assert.Equal(1, _queue.CountOf(BoardTab.New));
        Assert.Equal(1, _queue.CountOf(BoardTab.Mine));
        Assert.Equal(3, _queue.CountOf(BoardTab.All));
        Assert.Equal(1, _queue.CountOf(BoardTab.Closed));
        Assert.Empty(_queue.Rows);
        Assert.Equal(3, _queue.Hidden);
    }

    [Theory]
    [InlineData(BoardTab.New, new long[] { 1, 5 })]
    [InlineData(BoardTab.Mine, new long[] { 2 })]
    [InlineData(BoardTab.All, new long[] { 1, 2, 3, 5 })]
    [InlineData(BoardTab.Closed, new long[] { 6, 4 })]
    public void Rows_Tab_OldestFirstAndNewestClosedFirst(BoardTab tab, long[] expected)
    {
        _queue.Take(Rows.Snapshot(
            Rows.Of(5), Rows.Of(3, CalloutStage.Completed, "other"), Rows.Of(2, owner: Rows.Me), Rows.Of(1),
            Rows.Of(4, CalloutStage.Closed), Rows.Of(6, CalloutStage.Closed)));

        _queue.Choose(tab);

        Assert.Equal(expected, Ids());
    }

    [Fact]
    public void Rows_ClaimedByNobodyAndNobodySignedIn_AreNotMine()
    {
        _queue.UserId = null;
        _queue.Take(Rows.Snapshot(Rows.Of(1)));

        _queue.Choose(BoardTab.Mine);

        Assert.Empty(_queue.Rows);
    }

    [Theory]
    [InlineData("site 2")]
    [InlineData("ref-2")]
    [InlineData("2 DOCK")]
    [InlineData("inc-77")]
    [InlineData("9002")]
    public void Filter_EveryWord_IsLookedForInAllTexts(string text)
    {
        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(9002) with { SiteName = "Site 2", Reference = "REF-2", Address = "2 Dock Road", IncidentNumber = "INC-77" }));

        _queue.Narrow(new QueueFilter { Text = text });

        Assert.Equal([9002], Ids());
        Assert.Equal(1, _queue.Hidden);
    }

    [Fact]
    public void RealOnly_Tests_AreHiddenAndCounted()
    {
        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2) with { IsTest = true }));

        _queue.Narrow(new QueueFilter { RealOnly = true });

        Assert.Equal([1], Ids());
        Assert.Equal(1, _queue.Hidden);
        Assert.Equal(2, _queue.CountOf(BoardTab.All));
    }

    [Fact]
    public void Take_WhileHeld_NewcomersWaitAndRowsStayTrue()
    {
        _queue.Take(Rows.Snapshot(Rows.Of(2), Rows.Of(3)));
        _queue.Hold(true);

        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2, CalloutStage.OnScene, version: 2), Rows.Of(3, CalloutStage.Closed, version: 2)));

        Assert.Equal([2, 3], Ids());
        Assert.Equal([CalloutStage.OnScene, CalloutStage.Closed], _queue.Rows.Select(row => row.Stage));
        Assert.Equal(1, _queue.Waiting);
        Assert.Equal(2, _queue.CountOf(BoardTab.All));
    }

    [Fact]
    public void Hold_LetGo_NewcomersComeInAndTheGoneGo()
    {
        _queue.Take(Rows.Snapshot(Rows.Of(2), Rows.Of(3)));
        _queue.Hold(true);
        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2), Rows.Of(3, CalloutStage.Closed, version: 2)));

        _queue.Hold(false);

        Assert.Equal([1, 2], Ids());
        Assert.Equal(0, _queue.Waiting);
    }

    [Fact]
    public void ShowWaiting_WhileHeld_LetsThemInAndTheNextOnesWait()
    {
        _queue.Take(Rows.Snapshot(Rows.Of(1)));
        _queue.Hold(true);
        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2)));

        _queue.ShowWaiting();
        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2), Rows.Of(3)));

        Assert.Equal([1, 2], Ids());
        Assert.Equal(1, _queue.Waiting);
    }

    [Fact]
    public void Take_HeldButEmpty_ComesInAtOnce()
    {
        _queue.Take(BoardSnapshot.Empty);
        _queue.Hold(true);

        _queue.Take(Rows.Snapshot(Rows.Of(1)));

        Assert.Equal([1], Ids());
    }

    [Fact]
    public void Take_WhileHeld_ANewOrderWaits()
    {
        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2)));
        _queue.Hold(true);

        _queue.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2, version: 2) with { Urgency = Urgency.Medical }));
        var held = (Ids().ToList(), _queue.IsOrderWaiting, _queue.Waiting);
        _queue.ShowWaiting();

        Assert.Equal([1, 2], held.Item1);
        Assert.Equal((true, 0), (held.IsOrderWaiting, held.Waiting));
        Assert.Equal([2, 1], Ids());
        Assert.False(_queue.IsOrderWaiting);
    }

    private IEnumerable<long> Ids() => _queue.Rows.Select(row => row.Id);
}
