using AuraConsole.Integration.Lifecycle;

namespace AuraConsole.Web.Live.Clocks;

/// <summary>A callout's clocks. Pure: the same row, preset and instant give the same answer.</summary>
public static class CalloutClocks
{
    private static readonly ClockPhase[] Phases = Enum.GetValues<ClockPhase>();

    public static PhaseClock Of(BoardRow row, ClockPreset preset, ClockPhase phase)
    {
        var (since, until) = Span(row, phase);
        // told out of order: a phase never ends before it began
        if (until < since)
            until = since;
        return new PhaseClock(phase, since, until, preset[phase]);
    }

    /// <summary>
    /// The running clock to look at: of those that have limits the one that stands worst, then the one that is due first; null when
    /// none has any. Claiming runs beside the others until somebody claims.
    /// </summary>
    public static PhaseClock? Running(BoardRow row, ClockPreset preset, DateTimeOffset now)
    {
        PhaseClock? worst = null;
        foreach (var phase in Phases)
        {
            var clock = Of(row, preset, phase);
            if (clock.IsRunning && !clock.Limit.IsNone && (worst is not { } other || IsWorse(clock, other, now)))
                worst = clock;
        }
        return worst;
    }

    /// <summary>When the next running clock breaches; null when none will.</summary>
    public static DateTimeOffset? NextBreach(BoardRow row, ClockPreset preset, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var phase in Phases)
        {
            var clock = Of(row, preset, phase);
            if (clock.IsRunning && clock.BreachesAt is { } at && at > now && !(at >= next))
                next = at;
        }
        return next;
    }

    private static bool IsWorse(PhaseClock one, PhaseClock other, DateTimeOffset now)
    {
        var (first, second) = (one.At(now), other.At(now));
        return first != second ? first > second : Due(one) < Due(other);
    }

    private static DateTimeOffset Due(PhaseClock clock) => clock.BreachesAt ?? clock.WarnsAt ?? DateTimeOffset.MaxValue;

    private static (DateTimeOffset? Since, DateTimeOffset? Until) Span(BoardRow row, ClockPhase phase)
    {
        // a stage that AURA skipped ends the phases before it all the same
        var onward = row.Stage >= CalloutStage.Completed ? row.CompletedAt ?? row.ClosedAt ?? row.StageSince : (DateTimeOffset?)null;
        var arrived = row.ArrivedAt ?? onward;
        var dispatched = row.DispatchedAt ?? arrived ?? (row.Stage > CalloutStage.Created ? row.StageSince : null);
        return phase switch
        {
            ClockPhase.Claim => (row.FirstSeenAt, row.FirstClaimedAt ?? onward),
            ClockPhase.Dispatch => (row.FirstClaimedAt, row.FirstClaimedAt is null ? null : dispatched),
            ClockPhase.Arrive => (row.DispatchedAt ?? (row.Stage == CalloutStage.Dispatched ? row.StageSince : null), arrived),
            ClockPhase.Complete => (row.ArrivedAt ?? (row.Stage == CalloutStage.OnScene ? row.StageSince : null), onward),
            _ => (row.Stage == CalloutStage.StoodDown ? row.StageSince : onward, row.ClosedAt),
        };
    }
}
