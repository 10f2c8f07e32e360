using System.Globalization;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Board;

/// <summary>
/// What the queue shows of a snapshot. While somebody works in the list its rows keep their places: their contents stay true, newcomers
/// wait and are counted, and what no longer belongs goes when the list is let go.
/// </summary>
public sealed class QueueViewModel
{
    private readonly Dictionary<BoardTab, int> _counts = [];
    private BoardSnapshot _snapshot = BoardSnapshot.Empty;
    private string[] _words = [];

    /// <summary>The signed-in person.</summary>
    public string? UserId { get; set; }

    public BoardTab Tab { get; private set; } = BoardTab.All;

    public bool RealOnly { get; private set; }

    public bool Held { get; private set; }

    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    /// <summary>Callouts that belong into the list and wait until it is let go.</summary>
    public int Waiting { get; private set; }

    /// <summary>Callouts of this tab that the filter keeps out.</summary>
    public int Hidden { get; private set; }

    public bool IsFiltered => _words.Length > 0 || RealOnly;

    /// <summary>All there are, whatever the filter says.</summary>
    public int CountOf(BoardTab tab) => _counts.GetValueOrDefault(tab);

    public void Take(BoardSnapshot snapshot)
    {
        _snapshot = snapshot;
        Arrange(keepPlaces: Held && Rows.Count > 0);
    }

    public void Hold(bool held)
    {
        Held = held;
        if (!held)
            Arrange(keepPlaces: false);
    }

    /// <summary>Lets the waiting ones in at once.</summary>
    public void ShowWaiting() => Arrange(keepPlaces: false);

    public void Choose(BoardTab tab)
    {
        Tab = tab;
        Arrange(keepPlaces: false);
    }

    public void Filter(string? text)
    {
        _words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Arrange(keepPlaces: false);
    }

    public void ShowRealOnly(bool realOnly)
    {
        RealOnly = realOnly;
        Arrange(keepPlaces: false);
    }

    private void Arrange(bool keepPlaces)
    {
        Count();
        var all = RowsOf(Tab);
        var wanted = IsFiltered ? [.. all.Where(Passes)] : all;
        Hidden = all.Count - wanted.Count;
        if (!keepPlaces)
        {
            (Rows, Waiting) = (wanted, 0);
            return;
        }
        var placed = Rows.Select(row => row.Id).ToHashSet();
        Waiting = wanted.Count(row => !placed.Contains(row.Id));
        Rows = [.. Rows.Select(row => _snapshot.Find(row.Id) ?? row)];
    }

    private void Count()
    {
        var (unclaimed, mine) = (0, 0);
        foreach (var row in _snapshot.Active.Values)
        {
            if (row.OwnerId is null)
                unclaimed++;
            else if (row.OwnerId == UserId)
                mine++;
        }
        (_counts[BoardTab.New], _counts[BoardTab.Mine]) = (unclaimed, mine);
        (_counts[BoardTab.All], _counts[BoardTab.Closed]) = (_snapshot.Active.Count, _snapshot.RecentlyClosed.Count);
    }

    /// <summary>Oldest first; what was closed last is on top of the closed ones.</summary>
    private List<BoardRow> RowsOf(BoardTab tab)
    {
        if (tab == BoardTab.Closed)
            return [.. _snapshot.RecentlyClosed];
        var rows = new List<BoardRow>(_snapshot.Active.Count);
        foreach (var row in _snapshot.Active.Values)
        {
            if (tab == BoardTab.All || (tab == BoardTab.New ? row.OwnerId is null : row.OwnerId is not null && row.OwnerId == UserId))
                rows.Add(row);
        }
        rows.Sort(static (a, b) => a.FirstSeenAt != b.FirstSeenAt ? a.FirstSeenAt.CompareTo(b.FirstSeenAt) : a.Id.CompareTo(b.Id));
        return rows;
    }

    private bool Passes(BoardRow row) => !(RealOnly && row.IsTest) && Array.TrueForAll(_words, word => Has(row, word));

    private static bool Has(BoardRow row, string word) =>
        Has(row.SiteName, word) || Has(row.Reference, word) || Has(row.Address, word) || Has(row.IncidentNumber, word)
        || Has(row.Id.ToString(CultureInfo.InvariantCulture), word) || Has(row.CustomerAuraId?.ToString(CultureInfo.InvariantCulture), word);

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
