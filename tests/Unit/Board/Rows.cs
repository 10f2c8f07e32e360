using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Unit.BoardPages;

/// <summary>Rows of the board; the higher the id, the later it was seen.</summary>
internal static class Rows
{
    public const string Me = "user-1";

    public static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    public static BoardRow Of(long id, CalloutStage stage = CalloutStage.Created, string? owner = null, int version = 1) => new()
    {
        Id = id,
        Version = version,
        Stage = stage,
        StageSince = Start.AddMinutes(id),
        FirstSeenAt = Start.AddMinutes(id),
        ClosedAt = stage == CalloutStage.Closed ? Start.AddMinutes(id + 30) : null,
        SiteId = (int)id,
        SiteName = $"Site {id}",
        Reference = $"REF-{id}",
        Address = $"{id} Dock Road",
        OwnerId = owner,
        OwnerName = owner is null ? null : owner == Me ? "T. Naidoo" : "P. Botha",
    };

    public static BoardSnapshot Snapshot(params BoardRow[] rows) => rows.Aggregate(BoardSnapshot.Empty, (snapshot, row) => snapshot.With(row));

    /// <summary>A board without limits on its clocks.</summary>
    public static void Take(this QueueViewModel queue, BoardSnapshot snapshot) => queue.Take(OrderedBoard.Of(snapshot, ClockBook.Empty, Start));
}
