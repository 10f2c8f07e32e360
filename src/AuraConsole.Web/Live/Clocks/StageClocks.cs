using AuraConsole.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Live.Clocks;

/// <summary>The presets in memory: whoever draws a callout asks here, and hears when an admin changes them.</summary>
public sealed class StageClocks(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time, ILogger<StageClocks> logger)
{
    private ClockBook _now = ClockBook.Empty;

    public ClockBook Now => Volatile.Read(ref _now);

    /// <summary>Rings after presets or assignments changed.</summary>
    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>Takes the presets that are in the database now.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var presets = await db.StageClockPresets.AsNoTracking().ToListAsync(cancellationToken);
        var assignments = await db.StageClockAssignments.AsNoTracking().ToListAsync(cancellationToken);
        Volatile.Write(ref _now, new ClockBook(presets, assignments));
        Feed.Publish();
    }

    public PhaseClock Of(BoardRow row, ClockPhase phase) => CalloutClocks.Of(row, Now.For(row), phase);

    /// <summary>The clock to show of a callout; see <see cref="CalloutClocks.Running"/>.</summary>
    public PhaseClock? Running(BoardRow row) => CalloutClocks.Running(row, Now.For(row), time.GetUtcNow());
}
