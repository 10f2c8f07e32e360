using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Live;

namespace AuraConsole.Unit.BoardPages;

public sealed class PicksTests
{
    private static readonly IReadOnlyList<BoardRow> Five = [.. Enumerable.Range(1, 5).Select(id => Rows.Of(id))];

    private readonly Picks _picks = new();

    [Fact]
    public void Toggle_Twice_PutsItBack()
    {
        _picks.Toggle(2, false, Five);
        _picks.Toggle(3, false, Five);
        _picks.Toggle(2, false, Five);

        Assert.Equal([3], _picks.In(Five));
    }

    [Fact]
    public void Toggle_WithShift_TakesAllBetween()
    {
        _picks.Toggle(4, false, Five);
        _picks.Toggle(2, true, Five);
        var picked = _picks.In(Five);
        _picks.Toggle(4, true, Five);

        Assert.Equal([2, 3, 4], picked);
        Assert.Empty(_picks.In(Five));
    }

    [Fact]
    public void Toggle_WithShiftFromARowThatIsGone_TakesTheOne()
    {
        _picks.Toggle(9, false, Five);
        _picks.Toggle(2, true, Five);

        Assert.Equal([2, 9], _picks.In(Five));
        Assert.Equal(1, _picks.HiddenFrom(Five));
    }

    [Fact]
    public void All_OfMany_StopsAtWhatOneActionTakes()
    {
        _picks.All([.. Enumerable.Range(1, Picks.Most + 20).Select(id => Rows.Of(id))]);

        Assert.Equal(Picks.Most, _picks.Count);
    }
}
