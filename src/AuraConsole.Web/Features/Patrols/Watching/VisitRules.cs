using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Patrols.Watching;

/// <summary>What our clock and AURA's callouts make of a visit. Pure; time that jumps back undoes nothing.</summary>
public static class VisitRules
{
    /// <summary>A callout may come so long before a visit begins.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(15);

    /// <summary>The earlier of its end and <see cref="PatrolsOptions.MissedAfter"/>.</summary>
    public static DateTimeOffset MissedAt(PatrolOccurrence visit, PatrolsOptions options) =>
        visit.EndsAt < visit.StartsAt + options.MissedAfter ? visit.EndsAt : visit.StartsAt + options.MissedAfter;

    /// <summary>Marks what the clock shows; true when something changed.</summary>
    public static bool Look(PatrolOccurrence visit, PatrolsOptions options, DateTimeOffset now)
    {
        if (visit.State != OccurrenceState.Due)
            return false;
        if (now >= MissedAt(visit, options))
        {
            (visit.State, visit.MissedAt) = (OccurrenceState.Missed, now);
            visit.LateAt ??= now;
            // who knew that it was late does not know yet that nobody came
            (visit.AcknowledgedAt, visit.AcknowledgedByName) = (null, null);
            return true;
        }
        if (visit.LateAt is not null || now < visit.StartsAt + options.LateAfter)
            return false;
        visit.LateAt = now;
        return true;
    }

    /// <summary>Whether a callout may be a visit's: at its site and in its time, and raised by nobody here.</summary>
    public static bool Fits(PatrolOccurrence visit, Patrol patrol, Callout callout) =>
        callout.RaisedByCommandId is null && !callout.IsTest && callout.AuraId != visit.NotCalloutAuraId
        && (callout.SiteId is { } site ? site == patrol.SiteId : callout.SiteAuraId is null && callout.CustomerAuraId == patrol.CustomerAuraId)
        && (callout.CreatedAt ?? callout.FirstSeenAt) >= visit.StartsAt - Early && (callout.CreatedAt ?? callout.FirstSeenAt) < visit.EndsAt;

    /// <summary>Carries a linked callout's stage over; true when something changed. What a person marked done stays so.</summary>
    public static bool Follow(PatrolOccurrence visit, Callout callout, DateTimeOffset now)
    {
        if (visit.State is OccurrenceState.Done or OccurrenceState.Cancelled)
            return false;
        var started = callout.DispatchedAt ?? callout.ArrivedAt;
        var isOver = callout.CompletedAt is not null || (callout.Stage == CalloutStage.Closed && started is not null);
        var state = isOver ? OccurrenceState.Done : started is not null ? OccurrenceState.Started : visit.State;
        if (state == visit.State)
            return false;
        visit.State = state;
        visit.StartedAt ??= started ?? now;
        visit.DoneAt = isOver ? callout.CompletedAt ?? callout.ClosedAt ?? now : null;
        visit.MarkedByName = null;
        return true;
    }
}
