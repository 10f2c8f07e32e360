using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Configurations;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Reports.Counting;
using AuraConsole.Web.Live.Clocks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Reports.Making;

/// <summary>Reads a period once, callout by callout, and gives its figures. Two at a time at most: reading a year keeps a processor busy.</summary>
public sealed class ReportMaker(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time) : IDisposable
{
    private const int AtOnce = 2;

    // named, because without statistics SQLite guesses, and would rather put everything in order
    private const string ByTime = $"SELECT * FROM \"Callouts\" INDEXED BY \"{HistoryIndexes.Time}\"";
    private const string ByGroup = $"SELECT * FROM \"Callouts\" INDEXED BY \"{HistoryIndexes.Group}\"";
    private const string BySite = $"SELECT * FROM \"Callouts\" INDEXED BY \"{HistoryIndexes.Site}\"";

    private readonly SemaphoreSlim _turns = new(AtOnce, AtOnce);

    /// <exception cref="ArgumentException">The period is out of order, or too long.</exception>
    public async Task<Report> MakeAsync(ReportAsk ask, Scope scope, CancellationToken cancellationToken)
    {
        if (!ask.IsInOrder || ask.IsTooLong)
            throw new ArgumentException($"A period has 1 to {ReportAsk.MostDays} days.", nameof(ask));
        await _turns.WaitAsync(cancellationToken);
        try
        {
            // SQLite reads in place: a screen must not stand still meanwhile
            return await Task.Run(() => ReadAsync(ask, scope, cancellationToken), cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<Report> ReadAsync(ReportAsk ask, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var preset = await db.StageClockPresets.AsNoTracking().Where(one => ask.Preset == null ? one.IsDefault : one.Id == ask.Preset).FirstOrDefaultAsync(cancellationToken);
        var counter = new ReportCounter(ask, preset is null ? ClockPreset.None : ClockPreset.Of(preset), time.GetUtcNow());
        await foreach (var row in Rows(db, ask, scope).AsAsyncEnumerable().WithCancellation(cancellationToken))
            counter.Add(row);
        return counter.End(await PatrolsAsync(db, ask, scope, cancellationToken));
    }

    /// <summary>In the order of time, along the one index that fits.</summary>
    internal static IQueryable<ReportRow> Rows(ConsoleDbContext db, ReportAsk ask, Scope scope)
    {
        var (begin, end) = (ask.Begin, ask.End);
        var callouts = db.Callouts.FromSqlRaw(ask.Site is not null ? BySite : ask.Group is not null ? ByGroup : ByTime).AsNoTracking()
            .Where(callout => callout.FirstSeenAt >= begin && callout.FirstSeenAt < end).Within(scope);
        if (ask.Site is { } site)
            callouts = callouts.Where(callout => callout.SiteId == site);
        if (ask.Group is { } group)
            callouts = group == ReportAsk.NoGroup ? callouts.Where(static callout => callout.SiteGroupId == null) : callouts.Where(callout => callout.SiteGroupId == group);
        return callouts.OrderBy(static callout => callout.FirstSeenAt).ThenBy(static callout => callout.Id).Select(callout => new ReportRow
        {
            FirstSeenAt = callout.FirstSeenAt,
            Stage = callout.Stage,
            StageSince = callout.StageSince,
            ClaimedAt = callout.ClaimedAt,
            FirstClaimedAt = callout.FirstClaimedAt,
            DispatchedAt = callout.DispatchedAt,
            ArrivedAt = callout.ArrivedAt,
            CompletedAt = callout.CompletedAt,
            ClosedAt = callout.ClosedAt,
            StoodDownAt = callout.StoodDownAt,
            SiteId = callout.SiteId,
            SiteName = callout.SiteName,
            Reference = callout.Reference,
            OwnerId = callout.OwnerId,
            OwnerName = callout.OwnerName,
            ResponseType = callout.ResponseType,
            Outcome = callout.Outcome,
            IsBreached = callout.IsBreached,
            OnTest = callout.OnTest,
            InternalTest = callout.InternalTest,
            Classification = callout.Classification,
            CancelReason = callout.StoodDownAt == null
                ? null
                : db.Commands.Where(command => command.CalloutAuraId == callout.AuraId && command.Kind == CommandKind.Cancel && command.State == CommandState.Confirmed)
                    .Max(static command => command.Reason),
        });
    }

    /// <summary>By the group that the site is in now; patrols keep none of their own.</summary>
    internal static IQueryable<PatrolOccurrence> Visits(ConsoleDbContext db, ReportAsk ask, Scope scope)
    {
        var (begin, end) = (ask.Begin, ask.End);
        var visits = db.PatrolOccurrences.AsNoTracking().Where(visit => visit.StartsAt >= begin && visit.StartsAt < end);
        if (scope.IsLimited)
        {
            var (groups, ungrouped) = (scope.Groups, scope.WithUngrouped);
            visits = visits.Where(visit => visit.Patrol.Site == null || visit.Patrol.Site.GroupId == null ? ungrouped : groups.Contains(visit.Patrol.Site.GroupId.Value));
        }
        if (ask.Site is { } site)
            visits = visits.Where(visit => visit.Patrol.SiteId == site);
        if (ask.Group is { } group)
            visits = visits.Where(visit => (visit.Patrol.Site == null ? ReportAsk.NoGroup : visit.Patrol.Site.GroupId ?? ReportAsk.NoGroup) == group);
        return visits;
    }

    private static async Task<IReadOnlyList<PatrolCount>> PatrolsAsync(ConsoleDbContext db, ReportAsk ask, Scope scope, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, PatrolCount>();
        var visits = Visits(db, ask, scope).Select(static visit => new
        {
            visit.State,
            visit.LateAt,
            visit.MissedAt,
            visit.Patrol.SiteId,
            SiteName = visit.Patrol.Site!.Name,
            visit.Patrol.Site.Reference,
        });
        await foreach (var visit in visits.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var id = visit.SiteId ?? 0;
            if (!found.TryGetValue(id, out var count))
                found[id] = count = new PatrolCount(visit.SiteId is null ? ReportCounter.NoName : visit.SiteName ?? visit.Reference, visit.SiteId is null ? null : visit.Reference);
            PatrolRules.Count(count, visit.State, visit.LateAt, visit.MissedAt);
        }
        return [.. found.Values.OrderByDescending(static one => one.Missed).ThenBy(static one => one.Place, StringComparer.OrdinalIgnoreCase)];
    }
}
