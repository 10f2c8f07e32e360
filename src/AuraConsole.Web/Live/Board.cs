using System.Collections.Immutable;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Live;

/// <summary>The board in memory: screens draw from <see cref="Now"/> and never ask the database per event.</summary>
public sealed class Board(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time, ILogger<Board> logger)
{
    private BoardSnapshot _now = BoardSnapshot.Empty;

    public BoardSnapshot Now => Volatile.Read(ref _now);

    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>Brings committed rows in, whatever their order, and tells the subscribers.</summary>
    public void Publish(IReadOnlyCollection<BoardRow> rows)
    {
        foreach (var row in rows)
        {
            if (ImmutableInterlocked.Update(ref _now, static (snapshot, added) => snapshot.With(added), row))
                Feed.Publish(row.Id);
        }
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var active = await db.Callouts.AsNoTracking().Where(c => c.Stage != CalloutStage.Closed).ToListAsync(cancellationToken);
        var closed = await db.Callouts.AsNoTracking().Where(c => c.Stage == CalloutStage.Closed)
            .OrderByDescending(c => c.ClosedAt).Take(BoardSnapshot.MostClosed).ToListAsync(cancellationToken);
        Publish([.. active.Concat(closed).Select(BoardRow.Of)]);
    }
}
