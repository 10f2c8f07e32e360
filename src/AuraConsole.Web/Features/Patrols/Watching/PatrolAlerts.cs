using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Patrols.Watching;

/// <summary>A visit that nobody started in time, and that nobody has acknowledged.</summary>
public sealed record PatrolAlert(int VisitId, int PatrolId, string Name, string Place, int? GroupId, DateTimeOffset StartsAt, bool IsMissed);

/// <summary>All alerts in memory, so that a bar on every page costs no query.</summary>
public sealed class PatrolAlerts(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time, ILogger<PatrolAlerts> logger)
{
    public const int Most = 200;

    private IReadOnlyList<PatrolAlert> _now = [];

    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>Missed ones first, then the oldest.</summary>
    public IReadOnlyList<PatrolAlert> For(Scope scope) => [.. Volatile.Read(ref _now).Where(alert => scope.Covers(alert.GroupId))];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await db.PatrolOccurrences.AsNoTracking()
            .Where(o => o.AcknowledgedAt == null && (o.State == OccurrenceState.Missed || (o.State == OccurrenceState.Due && o.LateAt != null)))
            .OrderBy(o => o.State == OccurrenceState.Missed ? 0 : 1).ThenBy(o => o.StartsAt).Take(Most)
            .Select(o => new PatrolAlert(
                o.Id, o.PatrolId, o.Patrol.Name, o.Patrol.Site != null ? o.Patrol.Site.Name ?? o.Patrol.Site.Reference : o.Patrol.CustomerName ?? "",
                o.Patrol.Site != null ? o.Patrol.Site.GroupId : null, o.StartsAt, o.State == OccurrenceState.Missed))
            .ToListAsync(cancellationToken);
        if (now.SequenceEqual(Volatile.Read(ref _now)))
            return;
        Volatile.Write(ref _now, now);
        Feed.Publish();
    }
}
