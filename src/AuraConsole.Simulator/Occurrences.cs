namespace AuraConsole.Simulator;

/// <summary>
/// When a scheduled service happens next. AURA documents "single or repeating, with a start time and window period" and no more; the
/// start time is meant in the offset that <c>dateFrom</c> came with.
/// </summary>
internal static class Occurrences
{
    private const int DaysLimit = 3_700;

    public static DateTimeOffset? First(DateTimeOffset from, DateTimeOffset to, Repeats repeats)
    {
        if (repeats.StartTime is not { } start) return from;
        for (var day = 0; day < DaysLimit; day++)
        {
            var date = DateOnly.FromDateTime(from.DateTime).AddDays(day);
            var at = new DateTimeOffset(date.ToDateTime(start), from.Offset);
            if (at > to || (repeats.Until is { } until && date > DateOnly.FromDateTime(until.DateTime))) return null;
            if (at >= from && Matches(repeats, date, from)) return at;
        }

        return null;
    }

    private static bool Matches(Repeats repeats, DateOnly date, DateTimeOffset from) => repeats.Kind switch
    {
        RepeatKind.Weekly => repeats.Days.Count == 0 ? date.DayOfWeek == from.DayOfWeek : repeats.Days.Contains(date.DayOfWeek),
        RepeatKind.Monthly => date.Day == from.Day,
        _ => true,
    };
}

/// <summary>How a scheduled service repeats.</summary>
internal enum RepeatKind
{
    Single,
    Daily,
    Weekly,
    Monthly,
}

/// <summary>A reading of <c>repeatsConfig</c>.</summary>
internal sealed record Repeats(RepeatKind Kind, TimeOnly? StartTime, IReadOnlySet<DayOfWeek> Days, DateTimeOffset? Until);
