using System.Collections.Frozen;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Live.Clocks;

/// <summary>The board in the order of urgency, with the clock to show of each callout.</summary>
public sealed class OrderedBoard
{
    public static readonly OrderedBoard Empty = new(BoardSnapshot.Empty, [], FrozenDictionary<long, PhaseClock>.Empty);

    private readonly FrozenDictionary<long, PhaseClock> _clocks;

    private OrderedBoard(BoardSnapshot snapshot, IReadOnlyList<BoardRow> active, FrozenDictionary<long, PhaseClock> clocks) =>
        (Snapshot, Active, _clocks) = (snapshot, active, clocks);

    public BoardSnapshot Snapshot { get; }

    /// <summary>The most urgent first: a breached clock, then by urgency (medical, security, test), then the oldest.</summary>
    public IReadOnlyList<BoardRow> Active { get; }

    public PhaseClock? ClockOf(long id) => _clocks.TryGetValue(id, out var clock) ? clock : null;

    public static OrderedBoard Of(BoardSnapshot snapshot, ClockBook book, DateTimeOffset now)
    {
        var clocks = new Dictionary<long, PhaseClock>(snapshot.Active.Count);
        var lines = new List<(bool IsBreached, BoardRow Row)>(snapshot.Active.Count);
        foreach (var row in snapshot.Active.Values)
        {
            var clock = CalloutClocks.Running(row, book.For(row), now);
            if (clock is { } running)
                clocks.Add(row.Id, running);
            lines.Add((clock?.At(now) == ClockState.Breached, row));
        }
        lines.Sort(static (a, b) => Compare(a, b));
        return new OrderedBoard(snapshot, [.. lines.Select(line => line.Row)], clocks.ToFrozenDictionary());
    }

    /// <summary>What of it may be seen, in the same order.</summary>
    public OrderedBoard Within(Scope scope, BoardSnapshot part) => new(part, [.. Active.Where(row => scope.Covers(row.SiteGroupId))], _clocks);

    private static int Compare((bool IsBreached, BoardRow Row) a, (bool IsBreached, BoardRow Row) b) =>
        a.IsBreached != b.IsBreached ? b.IsBreached.CompareTo(a.IsBreached)
        : a.Row.Urgency != b.Row.Urgency ? b.Row.Urgency.CompareTo(a.Row.Urgency)
        : a.Row.FirstSeenAt != b.Row.FirstSeenAt ? a.Row.FirstSeenAt.CompareTo(b.Row.FirstSeenAt)
        : a.Row.Id.CompareTo(b.Row.Id);
}
