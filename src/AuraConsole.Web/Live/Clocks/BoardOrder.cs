namespace AuraConsole.Web.Live.Clocks;

/// <summary>Orders the board once for all screens: five hundred of them ask for the same order after the same change.</summary>
public sealed class BoardOrder(Board board, StageClocks clocks, TimeProvider time)
{
    private readonly Lock _lock = new();
    private OrderedBoard _last = OrderedBoard.Empty;
    private ClockBook? _book;
    private DateTimeOffset _goodUntil;

    public OrderedBoard Now
    {
        get
        {
            lock (_lock)
            {
                var (snapshot, book, now) = (board.Now, clocks.Now, time.GetUtcNow());
                if (ReferenceEquals(_last.Snapshot, snapshot) && ReferenceEquals(_book, book) && now < _goodUntil)
                    return _last;
                (_last, _book) = (OrderedBoard.Of(snapshot, book, now), book);
                _goodUntil = NextBreach(snapshot, book, now) ?? DateTimeOffset.MaxValue;
                return _last;
            }
        }
    }

    /// <summary>When the next clock of any active callout breaches.</summary>
    internal static DateTimeOffset? NextBreach(BoardSnapshot snapshot, ClockBook book, DateTimeOffset now) =>
        snapshot.Active.Values.Min(row => CalloutClocks.NextBreach(row, book.For(row), now));
}
