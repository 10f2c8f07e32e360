using AuraConsole.Web.Data.Entities;
using NodaTime;

namespace AuraConsole.Web.Features.Patrols.Recurring;

/// <summary>When a patrol happens, on the clocks of its zone.</summary>
public sealed record RecurrenceRule
{
    public const int MostMinutes = 7 * 24 * 60;
    public const int MostEvery = 52;
    public const int MostCount = 2000;

    /// <summary>AURA wants a last day: a series without an end runs so many years.</summary>
    public const int LongestYears = 5;

    public required DateTimeZone Zone { get; init; }

    /// <summary>The first day that may have one.</summary>
    public required LocalDate First { get; init; }

    public required LocalTime Start { get; init; }

    /// <summary>How long one takes, as elapsed time.</summary>
    public required int Minutes { get; init; }

    public PatrolRepeat Repeat { get; init; }

    /// <summary>Every so many days; or every so many weeks, counted from the Monday on or before <see cref="First"/>.</summary>
    public int Every { get; init; } = 1;

    public PatrolDays Days { get; init; }

    public LocalDate? Last { get; init; }

    public int? Count { get; init; }

    /// <param name="patrol">Its zone is one that <see cref="Zones"/> knows.</param>
    public static RecurrenceRule Of(Patrol patrol) => new()
    {
        Zone = Zones.Find(patrol.TimeZoneId) ?? DateTimeZone.Utc,
        First = LocalDate.FromDateOnly(patrol.FirstDate),
        Start = LocalTime.FromTimeOnly(patrol.StartTime),
        Minutes = patrol.Minutes,
        Repeat = patrol.Repeat,
        Every = patrol.Every,
        Days = patrol.Days,
        Last = patrol.LastDate is { } last ? LocalDate.FromDateOnly(last) : null,
        Count = patrol.Count,
    };

    public static PatrolDays Flag(IsoDayOfWeek day) => (PatrolDays)(1 << ((int)day - 1));
}
