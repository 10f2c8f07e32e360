using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Web.Features.Board;

/// <summary>
/// What the queue shows of the board. While somebody works in the list its rows keep their places: their contents stay true, newcomers
/// and a new order wait and are told of, and what no longer belongs goes when the list is let go.
/// </summary>
public sealed class QueueViewModel
{
    private readonly Dictionary<BoardTab, int> _counts = [];
    private OrderedBoard _board = OrderedBoard.Empty;

    /// <summary>The signed-in person.</summary>
    public string? UserId { get; set; }

    public BoardTab Tab { get; private set; } = BoardTab.All;

    public QueueFilter Filter { get; private set; } = QueueFilter.None;

    public Picks Picks { get; } = new();

    public bool Held { get; private set; }

    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    /// <summary>Callouts that belong into the list and wait until it is let go.</summary>
    public int Waiting { get; private set; }

    /// <summary>The rows stand in an order that is no longer the right one.</summary>
    public bool IsOrderWaiting { get; private set; }

    /// <summary>Callouts of this tab that the filter keeps out.</summary>
    public int Hidden { get; private set; }

    /// <summary>All there are, whatever the filter says.</summary>
    public int CountOf(BoardTab tab) => _counts.GetValueOrDefault(tab);

    /// <summary>The clock to show of a row; null when none of its phases has a limit.</summary>
    public PhaseClock? ClockOf(long id) => _board.ClockOf(id);

    public void Take(OrderedBoard board)
    {
        _board = board;
        Arrange(keepPlaces: Held && Rows.Count > 0);
    }

    public void Hold(bool held)
    {
        Held = held;
        if (!held)
            Arrange(keepPlaces: false);
    }

    /// <summary>Lets the waiting ones in, and the new order, at once.</summary>
    public void ShowWaiting() => Arrange(keepPlaces: false);

    public void Choose(BoardTab tab) => Show(new QueueAddress(tab, Filter));

    public void Narrow(QueueFilter filter) => Show(new QueueAddress(Tab, filter));

    public void Show(QueueAddress address)
    {
        (Tab, Filter) = (address.Tab, address.Filter);
        Arrange(keepPlaces: false);
    }

    private void Arrange(bool keepPlaces)
    {
        Count();
        var all = RowsOf(Tab);
        var wanted = Filter.IsNone ? all : [.. all.Where(row => Filter.Passes(row, UserId))];
        Hidden = all.Count - wanted.Count;
        if (!keepPlaces)
        {
            (Rows, Waiting, IsOrderWaiting) = (wanted, 0, false);
            return;
        }
        var placed = Rows.Select(row => row.Id).ToHashSet();
        var staying = wanted.Where(row => placed.Contains(row.Id)).Select(row => row.Id).ToList();
        Waiting = wanted.Count - staying.Count;
        var stays = staying.ToHashSet();
        IsOrderWaiting = !Rows.Select(row => row.Id).Where(stays.Contains).SequenceEqual(staying);
        Rows = [.. Rows.Select(row => _board.Snapshot.Find(row.Id) ?? row)];
    }

    private void Count()
    {
        var (unclaimed, mine) = (0, 0);
        foreach (var row in _board.Active)
        {
            if (row.OwnerId is null)
                unclaimed++;
            else if (row.OwnerId == UserId)
                mine++;
        }
        (_counts[BoardTab.New], _counts[BoardTab.Mine]) = (unclaimed, mine);
        (_counts[BoardTab.All], _counts[BoardTab.Closed]) = (_board.Active.Count, _board.Snapshot.RecentlyClosed.Count);
    }

    /// <summary>The most urgent first; what was closed last is on top of the closed ones.</summary>
    private IReadOnlyList<BoardRow> RowsOf(BoardTab tab) => tab switch
    {
        BoardTab.All => _board.Active,
        BoardTab.New => [.. _board.Active.Where(row => row.OwnerId is null)],
        BoardTab.Mine => [.. _board.Active.Where(row => row.OwnerId is not null && row.OwnerId == UserId)],
        _ => _board.Snapshot.RecentlyClosed,
    };
}
