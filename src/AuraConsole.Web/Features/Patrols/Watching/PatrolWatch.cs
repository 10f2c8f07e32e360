using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Patrols.Watching;

/// <summary>One look at every visit whose time has come: late, missed, or served by a callout. It needs nothing from AURA.</summary>
public sealed class PatrolWatch(IDbContextFactory<ConsoleDbContext> contexts, PatrolJournal journal, PatrolAlerts alerts, IOptions<PatrolsOptions> options, TimeProvider time)
{
    private const int MostVisits = 500;

    /// <summary>A callout that came so long after a visit's end no longer changes it.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromDays(1);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await DueAsync(now, cancellationToken) is { Count: > 0 } due)
            await journal.WriteAsync(turn => LookAsync(turn, due), cancellationToken);
        await alerts.LoadAsync(cancellationToken);
    }

    private async Task<List<int>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (since, early) = (now - Aftermath, now + VisitRules.Early);
        var (late, opts) = (now - options.Value.LateAfter, options.Value);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // due ones whatever their age: a console that was down over a start has to say so
        var due = await db.PatrolOccurrences.AsNoTracking().Include(o => o.Patrol)
            .Where(o => (o.State == OccurrenceState.Due && o.StartsAt < early)
                || ((o.State == OccurrenceState.Started || o.State == OccurrenceState.Missed) && o.EndsAt > since))
            .OrderBy(o => o.StartsAt).Take(MostVisits).ToListAsync(cancellationToken);
        var callouts = await CalloutsAsync(db, due, cancellationToken);
        return [.. due.Where(visit => VisitRules.Look(visit, opts, now)
            || callouts.Exists(c => visit.CalloutAuraId == c.AuraId ? VisitRules.Follow(visit, c, now) : visit.CalloutAuraId is null && VisitRules.Fits(visit, visit.Patrol, c)))
            .Select(static visit => visit.Id)];
    }

    private async Task<int> LookAsync(PatrolJournal.Turn turn, List<int> ids)
    {
        var visits = await turn.Db.PatrolOccurrences.Include(o => o.Patrol).Where(o => ids.Contains(o.Id)).OrderBy(o => o.StartsAt).ToListAsync(turn.CancellationToken);
        var callouts = await CalloutsAsync(turn.Db, visits, turn.CancellationToken);
        var calloutIds = callouts.ConvertAll(static callout => (long?)callout.AuraId);
        var taken = (await turn.Db.PatrolOccurrences.Where(o => calloutIds.Contains(o.CalloutAuraId)).Select(o => o.CalloutAuraId!.Value)
            .ToListAsync(turn.CancellationToken)).ToHashSet();
        foreach (var visit in visits)
        {
            var callout = visit.CalloutAuraId is { } linked
                ? callouts.Find(c => c.AuraId == linked)
                : callouts.Find(c => !taken.Contains(c.AuraId) && VisitRules.Fits(visit, visit.Patrol, c));
            if (callout is not null)
            {
                taken.Add(callout.AuraId);
                visit.CalloutAuraId = callout.AuraId;
                VisitRules.Follow(visit, callout, turn.Now);
            }
            VisitRules.Look(visit, options.Value, turn.Now);
        }
        return visits.Count;
    }

    private static Task<List<Callout>> CalloutsAsync(ConsoleDbContext db, List<PatrolOccurrence> visits, CancellationToken cancellationToken)
    {
        if (visits.Count == 0)
            return Task.FromResult(new List<Callout>());
        var linked = visits.ConvertAll(static visit => visit.CalloutAuraId ?? -1);
        var sites = visits.ConvertAll(static visit => visit.Patrol.SiteId);
        var customers = visits.ConvertAll(static visit => (long?)visit.Patrol.CustomerAuraId);
        var since = visits.Min(static visit => visit.StartsAt) - VisitRules.Early;
        return db.Callouts.AsNoTracking()
            .Where(c => linked.Contains(c.AuraId)
                || (c.RaisedByCommandId == null && c.FirstSeenAt >= since && (c.SiteId != null ? sites.Contains(c.SiteId) : customers.Contains(c.CustomerAuraId))))
            .OrderBy(c => c.AuraId).Take(MostVisits).ToListAsync(cancellationToken);
    }
}
