using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Unit.Live;

public sealed class BoardSnapshotTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void With_OlderOrSameVersion_IsTheSameSnapshot()
    {
        var snapshot = BoardSnapshot.Empty.With(Row(7, version: 3));

        Assert.Same(snapshot, snapshot.With(Row(7, version: 2)));
        Assert.Same(snapshot, snapshot.With(Row(7, version: 3)));
    }

    [Fact]
    public void With_Closed_MovesTheRowOver()
    {
        var snapshot = BoardSnapshot.Empty.With(Row(7)).With(Row(8)).With(Closed(7, 2, Start));

        Assert.Equal([8], snapshot.Active.Keys);
        Assert.Equal(7, Assert.Single(snapshot.RecentlyClosed).Id);
        Assert.Equal(2, snapshot.Find(7)!.Version);
    }

    [Fact]
    public void With_ALateActiveVersion_LeavesAClosedRowClosed()
    {
        var snapshot = BoardSnapshot.Empty.With(Closed(7, 5, Start));

        Assert.Same(snapshot, snapshot.With(Row(7, version: 4)));
    }

    [Fact]
    public void With_ClosedRows_KeepsNewestFirstWhateverTheirOrder()
    {
        var snapshot = BoardSnapshot.Empty
            .With(Closed(1, 1, Start.AddMinutes(1))).With(Closed(3, 1, Start.AddMinutes(3))).With(Closed(2, 1, Start.AddMinutes(2)))
            .With(Closed(1, 2, Start.AddMinutes(1)));

        Assert.Equal([3, 2, 1], snapshot.RecentlyClosed.Select(row => row.Id));
    }

    [Fact]
    public void With_MoreClosedThanKept_DropsTheOldestAndNoActiveOne()
    {
        var snapshot = BoardSnapshot.Empty;
        const int Active = BoardSnapshot.MostClosed + 50;
        for (var id = 1; id <= Active; id++)
            snapshot = snapshot.With(Row(id));
        for (var id = 1001; id <= 1001 + BoardSnapshot.MostClosed; id++)
            snapshot = snapshot.With(Closed(id, 1, Start.AddSeconds(id)));

        Assert.Equal(Active, snapshot.Active.Count);
        Assert.Equal(BoardSnapshot.MostClosed, snapshot.RecentlyClosed.Count);
        Assert.Null(snapshot.Find(1001));
        Assert.NotNull(snapshot.Find(1002));
    }

    [Fact]
    public void ChangedSince_GivesNewAndChangedRowsOnly()
    {
        var before = BoardSnapshot.Empty.With(Row(1)).With(Row(2)).With(Row(3)).With(Closed(9, 1, Start));

        var changed = before.With(Row(2, version: 2)).With(Closed(3, 2, Start.AddMinutes(1))).With(Row(4)).ChangedSince(before);

        Assert.Equal([(2, 2), (3, 2), (4, 1)], changed.Select(row => (row.Id, row.Version)).Order());
    }

    [Fact]
    public void ChangedSince_Itself_IsNothing()
    {
        var snapshot = BoardSnapshot.Empty.With(Row(1)).With(Closed(9, 1, Start));

        Assert.Empty(snapshot.ChangedSince(snapshot));
    }

    [Fact]
    public void Publish_FromManyThreadsInAnyOrder_EndsWithTheNewest()
    {
        var board = NewBoard();
        var rows = Enumerable.Range(0, 2000).Select(i => Row(i % 20, version: (i / 20) + 1)).ToArray();
        new Random(5).Shuffle(rows);

        Parallel.ForEach(rows, row => board.Publish([row]));

        Assert.Equal(20, board.Now.Active.Count);
        Assert.All(board.Now.Active.Values, row => Assert.Equal(100, row.Version));
    }

    [Fact]
    public async Task Publish_OfAnOlderVersion_TellsNobody()
    {
        var board = NewBoard();
        var seen = new List<int>();
        board.Publish([Row(7, version: 2)]);
        using var subscription = board.Feed.Subscribe(() =>
        {
            lock (seen)
                seen.Add(board.Now.Find(7)!.Version);
            return Task.CompletedTask;
        });

        board.Publish([Row(7, version: 1)]);
        board.Publish([Row(7, version: 3)]);

        await Until.TrueAsync(() => seen.Count == 1);
        Assert.Equal([3], seen);
    }

    private static Board NewBoard() => new(new NoDatabase(), new ManualTimeProvider(), NullLogger<Board>.Instance);

    private static BoardRow Row(long id, int version = 1) => new()
    {
        Id = id,
        Version = version,
        Stage = CalloutStage.Created,
        StageSince = Start,
        FirstSeenAt = Start,
    };

    private static BoardRow Closed(long id, int version, DateTimeOffset at) =>
        Row(id, version) with { Stage = CalloutStage.Closed, ClosedAt = at };

    private sealed class NoDatabase : IDbContextFactory<ConsoleDbContext>
    {
        public ConsoleDbContext CreateDbContext() => throw new InvalidOperationException("The board asked the database.");
    }
}
