using AuraConsole.Integration.Api.Wire;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>
/// When, within the window. AURA documents <c>single</c> or repeating, a start time and a window period, and no keys: <c>type</c>
/// (<c>single</c> or <c>repeating</c>), <c>startTime</c>, <c>windowPeriod</c>, <c>days</c> and <c>until</c> are our choice until AURA
/// supplies its schema.
/// </summary>
public sealed record ScheduleRepeats
{
    private ScheduleRepeats(bool isRepeating, TimeOnly startTime, TimeSpan window, IReadOnlyList<DayOfWeek> days, DateOnly? until)
    {
        IsRepeating = isRepeating;
        StartTime = startTime;
        Window = window;
        Days = days;
        Until = until;
    }

    /// <summary>Whether it happens more than once.</summary>
    public bool IsRepeating { get; }

    /// <summary>Time of day in UTC; sent as <c>HH:mm</c>.</summary>
    public TimeOnly StartTime { get; }

    /// <summary>How long the visit may take; sent in whole minutes.</summary>
    public TimeSpan Window { get; }

    /// <summary>Days of the week in UTC; empty means every day. Only when repeating.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; }

    /// <summary>The last day in UTC; null means until the window ends. Only when repeating.</summary>
    public DateOnly? Until { get; }

    /// <summary>
    /// The rule on the clocks of a place; sent beside the UTC members, which are right only until those clocks change. Only when repeating.
    /// </summary>
    public LocalSchedule? Local { get; init; }

    /// <summary>Once.</summary>
    public static ScheduleRepeats Once(TimeOnly startTime, TimeSpan window) => new(false, startTime, window, [], null);

    /// <summary>On these days of every week, or daily without any.</summary>
    public static ScheduleRepeats Every(
        TimeOnly startTime, TimeSpan window, IReadOnlyList<DayOfWeek> days, DateOnly? until = null) =>
        new(true, startTime, window, [.. days.Distinct()], until);
}

/// <summary>
/// A repetition on the clocks of a place. AURA publishes no schema: <c>timeZone</c>, <c>localStartTime</c>, <c>every</c>, <c>unit</c>,
/// <c>localDays</c>, <c>localUntil</c> and <c>count</c> are our choice.
/// </summary>
/// <param name="TimeZone">IANA id.</param>
/// <param name="StartTime">Time of day there.</param>
/// <param name="Every">Every so many days or weeks.</param>
/// <param name="IsWeekly">Weeks (from Monday on), else days.</param>
/// <param name="Days">Days of the week there; only when weekly.</param>
/// <param name="Until">The last day there.</param>
/// <param name="Count">How often in all.</param>
public sealed record LocalSchedule(
    string TimeZone, TimeOnly StartTime, int Every, bool IsWeekly, IReadOnlyList<DayOfWeek> Days, DateOnly? Until, int? Count);

/// <summary>What <see cref="IScheduledServicesApi.CreateAsync"/> sends, for keeping: AURA has no call to read it back.</summary>
public static class ScheduledServiceText
{
    /// <summary>The exact body.</summary>
    public static string Of(NewScheduledService service) => ScheduledWriter.Text(service);
}
