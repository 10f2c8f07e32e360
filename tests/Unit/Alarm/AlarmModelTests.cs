using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Live;

namespace AuraConsole.Unit.Alarms;

public sealed class AlarmModelTests
{
    private readonly AlarmModel _model = new();

    [Fact]
    public void Model_NothingUnclaimed_IsQuiet()
    {
        var changed = _model.Take(Rows.Snapshot(Rows.Of(1, owner: Rows.Me), Rows.Of(2, owner: "other")));

        Assert.False(changed);
        Assert.Equal((AlarmLevel.None, 0, 0), (_model.Now.Level, _model.Now.Sounding, _model.Now.Unclaimed));
    }

    [Theory]
    [InlineData(CalloutStage.Created, AlarmLevel.Security)]
    [InlineData(CalloutStage.Dispatched, AlarmLevel.Security)]
    [InlineData(CalloutStage.OnScene, AlarmLevel.Security)]
    [InlineData(CalloutStage.Completed, AlarmLevel.None)]
    [InlineData(CalloutStage.StoodDown, AlarmLevel.None)]
    public void Model_Unclaimed_SoundsUntilTheWorkIsDone(CalloutStage stage, AlarmLevel expected)
    {
        _model.Take(Rows.Snapshot(Rows.Of(1, stage) with { Urgency = Urgency.Security }));

        Assert.Equal(expected, _model.Now.Level);
        Assert.Equal(1, _model.Now.Unclaimed);
    }

    [Fact]
    public void Model_Several_SoundsTheMostUrgent()
    {
        _model.Take(Rows.Snapshot(Of(1, Urgency.Test), Of(2, Urgency.Medical), Of(3, Urgency.Security)));

        Assert.Equal((AlarmLevel.Medical, 3), (_model.Now.Level, _model.Now.Sounding));
    }

    [Fact]
    public void Model_ClaimedByAnybody_IsQuietAgain()
    {
        _model.Take(Rows.Snapshot(Rows.Of(1)));

        var changed = _model.Take(Rows.Snapshot(Rows.Of(1, owner: "other", version: 2)));

        Assert.True(changed);
        Assert.Equal((AlarmLevel.None, 0), (_model.Now.Level, _model.Now.Unclaimed));
    }

    [Fact]
    public void Model_Silenced_IsQuietButStillCounts()
    {
        _model.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2)));

        Assert.True(_model.Silence());

        Assert.Equal((AlarmLevel.None, 2, 2), (_model.Now.Level, _model.Now.Unclaimed, _model.Now.Silenced));
        Assert.False(_model.Silence());
    }

    [Fact]
    public void Model_NewcomerAfterSilence_SoundsAlone()
    {
        _model.Take(Rows.Snapshot(Of(1, Urgency.Medical)));
        _model.Silence();

        _model.Take(Rows.Snapshot(Of(1, Urgency.Medical), Of(2, Urgency.Test)));

        Assert.Equal((AlarmLevel.Test, 1, 1), (_model.Now.Level, _model.Now.Sounding, _model.Now.Silenced));
    }

    [Fact]
    public void Model_SilencedThenClaimedThenHandedBack_SoundsAgain()
    {
        _model.Take(Rows.Snapshot(Rows.Of(1)));
        _model.Silence();
        _model.Take(Rows.Snapshot(Rows.Of(1, owner: "other", version: 2)));

        _model.Take(Rows.Snapshot(Rows.Of(1, version: 3)));

        Assert.Equal(AlarmLevel.Test, _model.Now.Level);
    }

    [Fact]
    public void Model_SilencedBecomesWorse_SoundsAgain()
    {
        var breached = false;
        var model = new AlarmModel(row => breached ? AlarmLevel.Breached : AlarmLevels.Of(row));
        model.Take(Rows.Snapshot(Rows.Of(1)));
        model.Silence();

        breached = true;
        model.Take(Rows.Snapshot(Rows.Of(1)));

        Assert.Equal(AlarmLevel.Breached, model.Now.Level);
    }

    [Fact]
    public void Model_RowsChangeWithoutChangingTheAlarm_SaysNothing()
    {
        _model.Take(Rows.Snapshot(Rows.Of(1), Rows.Of(2, owner: "other")));

        var changed = _model.Take(Rows.Snapshot(Rows.Of(1, CalloutStage.Dispatched, version: 2), Rows.Of(2, CalloutStage.OnScene, "other", 2)));

        Assert.False(changed);
    }

    [Fact]
    public void Model_Newcomer_IsNewsAndANewTurn()
    {
        _model.Take(Rows.Snapshot(Rows.Of(1)));
        var (turn, first) = (_model.Now.Turn, _model.Now.News.Count);

        _model.Take(Rows.Snapshot(Rows.Of(1), Of(2, Urgency.Test), Of(3, Urgency.Medical)));

        Assert.Equal(0, first);
        Assert.Equal([3, 2], _model.Now.News.Select(row => row.Id));
        Assert.Equal(turn + 1, _model.Now.Turn);
    }

    [Fact]
    public void Model_ManyNewcomers_NewsIsBounded()
    {
        _model.Take(BoardSnapshot.Empty);

        _model.Take(Rows.Snapshot([.. Enumerable.Range(1, 40).Select(id => Rows.Of(id))]));

        Assert.Equal((40, AlarmModel.MostNews), (_model.Now.Sounding, _model.Now.News.Count));
    }

    private static BoardRow Of(long id, Urgency urgency) => Rows.Of(id) with { Urgency = urgency };
}
