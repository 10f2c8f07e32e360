using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using AuraConsole.Web.Features.Patrols.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AuraConsole.Web.Features.Patrols.Watching;

/// <summary>Puts the visits of the coming weeks into the table, also those that passed while the console was down. Doing it twice does nothing.</summary>
public sealed class PatrolLayout(
    IDbContextFactory<ConsoleDbContext> contexts, PatrolJournal journal, IOptions<PatrolsOptions> options, TimeProvider time)
{
    private const int MostAtOnce = 200;

    /// <summary>All that are behind; the rounds do it bit by bit.</summary>
    public async Task LayOutAsync(CancellationToken cancellationToken)
    {
        // a little behind is good enough: a row per round and patrol would be writing all day
        var enough = time.GetUtcNow() + (options.Value.Horizon * 0.8);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var behind = await db.Patrols.AsNoTracking()
            .Where(p => (p.State == CommandState.Confirmed || p.State == CommandState.Unknown) && (p.CancelState == null || p.CancelState != CommandState.Confirmed))
            .Where(p => p.LaidOutUntil == null || (p.LaidOutUntil < p.LastEnd && p.LaidOutUntil < enough))
            .OrderBy(p => p.Id).Select(p => p.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var id in behind)
            await LayOutAsync(id, cancellationToken);
    }

    public Task<int> LayOutAsync(int patrolId, CancellationToken cancellationToken) => journal.WriteAsync(async turn =>
    {
        var patrol = await turn.Db.Patrols.FirstOrDefaultAsync(p => p.Id == patrolId, turn.CancellationToken);
        if (patrol is not { IsLive: true })
            return 0;
        var from = patrol.LaidOutUntil ?? patrol.FirstStart;
        var until = turn.Now + options.Value.Horizon;
        var there = (await turn.Db.PatrolOccurrences.Where(o => o.PatrolId == patrolId && o.StartsAt >= from).Select(o => o.StartsAt).ToListAsync(turn.CancellationToken)).ToHashSet();
        var added = 0;
        foreach (var visit in Recurrence.Between(RecurrenceRule.Of(patrol), Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(until)))
        {
            var start = visit.Start.ToDateTimeOffset();
            if (start < from || !there.Add(start))
                continue;
            turn.Db.PatrolOccurrences.Add(new PatrolOccurrence
            {
                PatrolId = patrolId,
                Number = visit.Number,
                StartsAt = start,
                EndsAt = visit.End.ToDateTimeOffset(),
            });
            added++;
        }
        patrol.LaidOutUntil = until > from ? until : from;
        return added;
    }, cancellationToken);
}
