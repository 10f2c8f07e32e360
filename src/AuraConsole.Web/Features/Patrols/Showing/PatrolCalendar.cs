using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols.Recurring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AuraConsole.Web.Features.Patrols.Showing;

/// <summary>A visit as a calendar shows it.</summary>
public sealed record CalendarVisit
{
    public required Patrol Patrol { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required OccurrenceState State { get; init; }

    public bool IsLate { get; init; }

    /// <summary>On the calendar's clock.</summary>
    public DateTime Start { get; init; }

    public DateTime End { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>The visits of a stretch of time: from the table, and beyond what is laid out there by the rules themselves.</summary>
public sealed class PatrolCalendar(IDbContextFactory<ConsoleDbContext> contexts, IOptions<PatrolsOptions> options)
{
    public const int Most = 2000;

    private const int MostPatrols = 1000;

    /// <summary>The calendar's clock.</summary>
    public DateTimeZone Zone { get; } = Zones.Find(options.Value.TimeZone)!;

    /// <summary>A moment of the calendar's clock as an instant, by the rule of all patrols.</summary>
    public DateTimeOffset Instant(DateTime local) =>
        Zone.ResolveLocal(LocalDateTime.FromDateTime(local), NodaTime.TimeZones.Resolvers.LenientResolver).ToDateTimeOffset();

    public DateTime Local(DateTimeOffset at) => NodaTime.Instant.FromDateTimeOffset(at).InZone(Zone).ToDateTimeUnspecified();

    public async Task<IReadOnlyList<CalendarVisit>> ReadAsync(DateTimeOffset from, DateTimeOffset to, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.PatrolOccurrences.AsNoTracking().Within(scope).Where(o => o.StartsAt < to && o.EndsAt > from)
            .OrderBy(o => o.StartsAt).Take(Most).Include(o => o.Patrol).ThenInclude(p => p.Site).ToListAsync(cancellationToken);
        var beyond = await db.Patrols.AsNoTracking().Within(scope).Include(p => p.Site)
            .Where(p => p.FirstStart < to && p.LastEnd > from && (p.LaidOutUntil == null || p.LaidOutUntil < to))
            .Where(p => (p.State == CommandState.Confirmed || p.State == CommandState.Unknown) && (p.CancelState == null || p.CancelState != CommandState.Confirmed))
            .OrderBy(p => p.FirstStart).Take(MostPatrols).ToListAsync(cancellationToken);
        var planned = beyond.SelectMany(patrol => Recurrence
            .Between(RecurrenceRule.Of(patrol), NodaTime.Instant.FromDateTimeOffset(from), NodaTime.Instant.FromDateTimeOffset(to))
            .Where(visit => patrol.LaidOutUntil is not { } laidOut || visit.Start.ToDateTimeOffset() >= laidOut)
            .Select(visit => Of(patrol, visit.Start.ToDateTimeOffset(), visit.End.ToDateTimeOffset(), OccurrenceState.Due, false)));
        return [.. rows.Select(row => Of(row.Patrol, row.StartsAt, row.EndsAt, row.State, row.IsLate)).Concat(planned).OrderBy(visit => visit.StartsAt).Take(Most)];
    }

    private CalendarVisit Of(Patrol patrol, DateTimeOffset start, DateTimeOffset end, OccurrenceState state, bool isLate)
    {
        var (from, to) = (Local(start), Local(end));
        return new CalendarVisit
        {
            Patrol = patrol,
            StartsAt = start,
            EndsAt = end,
            State = state,
            IsLate = isLate,
            Start = from,
            // clocks that go back must not turn a visit round
            End = to > from ? to : from + (end - start),
            Text = $"{VisitText.Shape(state, isLate)} {patrol.Name} · {patrol.Place}",
        };
    }
}
