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

    /// <summary>Once.</summary>
    public static ScheduleRepeats Once(TimeOnly startTime, TimeSpan window) => new(false, startTime, window, [], null);

    /// <summary>On these days of every week, or daily without any.</summary>
    public static ScheduleRepeats Every(
        TimeOnly startTime, TimeSpan window, IReadOnlyList<DayOfWeek> days, DateOnly? until = null) =>
        new(true, startTime, window, [.. days.Distinct()], until);
}
