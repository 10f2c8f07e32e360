using AuraConsole.Web.Webhooks;

namespace AuraConsole.Unit.Webhooks;

public sealed class ApplyPaceTests
{
    private static readonly TimeSpan Short = ApplyPace.Slice / 5;
    private static readonly TimeSpan Long = ApplyPace.Slice * 3;

    private readonly ApplyPace _pace = new();

    [Fact]
    public void GroupSize_FullGroupsThatAreQuick_GrowsToALimit()
    {
        var first = _pace.GroupSize;
        for (var i = 0; i < 100; i++)
            _pace.Took(_pace.GroupSize, Short);
        var most = _pace.GroupSize;
        _pace.Took(most, Short);

        Assert.True(most > first);
        Assert.Equal(most, _pace.GroupSize);
    }

    [Fact]
    public void GroupSize_GroupsThatTakeTooLong_ShrinksToALimit()
    {
        for (var i = 0; i < 20; i++)
            _pace.Took(_pace.GroupSize, Short);
        var before = _pace.GroupSize;
        _pace.Took(_pace.GroupSize, Long);
        var after = _pace.GroupSize;
        for (var i = 0; i < 100; i++)
            _pace.Took(_pace.GroupSize, Long);

        Assert.True(after < before);
        Assert.InRange(_pace.GroupSize, 1, after);
    }

    [Fact]
    public void GroupSize_GroupThatWasNotFull_SaysNothingOfALargerOne()
    {
        var before = _pace.GroupSize;
        _pace.Took(before - 1, Short);

        Assert.Equal(before, _pace.GroupSize);
    }

    [Fact]
    public void Rest_FewStoredMeanwhile_IsNone()
    {
        _pace.Took(1, Short);
        Assert.Equal(TimeSpan.Zero, _pace.Rest(stored: 3));
        Assert.Equal(TimeSpan.Zero, _pace.Rest(stored: 6));
    }

    [Fact]
    public void Rest_Flood_LeavesTheWriterToTheInboxForMostOfTheTime()
    {
        _pace.Took(_pace.GroupSize, Short);

        Assert.True(_pace.Rest(stored: 1000) >= Short * 2);
    }

    [Fact]
    public void Rest_FloodIsOver_IsNone()
    {
        _pace.Took(_pace.GroupSize, Short);
        _pace.Rest(stored: 1000);

        Assert.Equal(TimeSpan.Zero, _pace.Rest(stored: 1000));
    }

    [Fact]
    public void Rest_GroupThatTookVeryLong_IsBounded()
    {
        _pace.Took(_pace.GroupSize, TimeSpan.FromMinutes(1));

        Assert.True(_pace.Rest(stored: 1000) < TimeSpan.FromSeconds(1));
    }
}
