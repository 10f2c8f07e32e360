namespace AuraConsole.Simulator;

/// <summary>
/// When a scheduled service happens next. AURA documents "single or repeating, with a start time and window period" and no more; the
/// start time is meant in the offset that <c>dateFrom</c> came with.
/// </summary>
internal static class Occurrences
{
    private const int DaysLimit = 3_700;

    /// <summary>The first moment between both; without a fitting start time a single one begins with the window, a repeating one never.</summary>
    public static DateTimeOffset? First(DateTimeOffset from, DateTimeOffset to, Repeats repeats)
    {
        if (repeats.StartTime is { } start)
        {
            // start times have no seconds: one in the minute of dateFrom is not over
            var earliest = from.AddTicks(-(from.Ticks % TimeSpan.TicksPerMinute));
            for (var day = 0; day < DaysLimit; day++)
            {
                var date = DateOnly.FromDateTime(from.DateTime).AddDays(day);
                var at = new DateTimeOffset(date.ToDateTime(start), from.Offset);
                if (at > to || date > repeats.Until) break;
                if (at >= earliest && (repeats.Days.Count == 0 || repeats.Days.Contains(date.DayOfWeek))) return at;
            }
        }

        return repeats.IsRepeating ? null : from;
    }
}

/// <summary>A reading of <c>repeatsConfig</c>; without days it is every day.</summary>
internal sealed record Repeats(bool IsRepeating, TimeOnly? StartTime, IReadOnlySet<DayOfWeek> Days, DateOnly? Until);
