using AuraConsole.Web.Data.Entities;
using NodaTime;
using NodaTime.TimeZones;

namespace AuraConsole.Web.Features.Patrols.Recurring;

/// <summary>
/// The one place where a rule becomes instants. A start that the clocks skip begins later by what they skip (02:30 becomes 03:30), a
/// start that happens twice is the earlier one, and the length is elapsed time: an hour stays an hour whatever the clocks do meanwhile.
/// Each date of the rule gives exactly one visit.
/// </summary>
public static class Recurrence
{
    /// <summary>No rule gives more: five years of days, and some.</summary>
    private const int MostDates = 2000;

    /// <summary>The first of all, or null when the rule gives none.</summary>
    public static Visit? First(RecurrenceRule rule) => All(rule).FirstOrDefault();

    /// <summary>In their order; finite.</summary>
    public static IEnumerable<Visit> All(RecurrenceRule rule)
    {
        var number = 0;
        foreach (var date in Dates(rule).Take(Math.Min(rule.Count ?? MostDates, MostDates)))
            yield return At(rule, date, ++number);
    }

    /// <summary>Those that are under way at some moment from <paramref name="from"/> on and start before <paramref name="to"/>.</summary>
    public static IEnumerable<Visit> Between(RecurrenceRule rule, Instant from, Instant to) =>
        All(rule).SkipWhile(visit => visit.End <= from).TakeWhile(visit => visit.Start < to);

    private static IEnumerable<LocalDate> Dates(RecurrenceRule rule)
    {
        var last = rule.First.PlusYears(RecurrenceRule.LongestYears);
        if (rule.Last is { } told && told < last)
            last = told;
        if (rule.Repeat == PatrolRepeat.Once)
            return [rule.First];
        return rule.Repeat == PatrolRepeat.Daily ? Daily(rule, last) : Weekly(rule, last);
    }

    private static IEnumerable<LocalDate> Daily(RecurrenceRule rule, LocalDate last)
    {
        for (var date = rule.First; date <= last; date = date.PlusDays(Math.Max(rule.Every, 1)))
            yield return date;
    }

    private static IEnumerable<LocalDate> Weekly(RecurrenceRule rule, LocalDate last)
    {
        var monday = rule.First.PlusDays(1 - (int)rule.First.DayOfWeek);
        for (; monday <= last && rule.Days != PatrolDays.None; monday = monday.PlusWeeks(Math.Max(rule.Every, 1)))
        {
            for (var day = 0; day < 7; day++)
            {
                var date = monday.PlusDays(day);
                if (date >= rule.First && date <= last && rule.Days.HasFlag(RecurrenceRule.Flag(date.DayOfWeek)))
                    yield return date;
            }
        }
    }

    private static Visit At(RecurrenceRule rule, LocalDate date, int number)
    {
        var mapping = rule.Zone.MapLocal(date + rule.Start);
        var start = Resolvers.LenientResolver(mapping).ToInstant();
        var end = start + Duration.FromMinutes(rule.Minutes);
        var change = mapping.Count switch
        {
            0 => ClockChange.Skipped,
            2 => ClockChange.Twice,
            _ when rule.Zone.GetUtcOffset(start) != rule.Zone.GetUtcOffset(end - Duration.Epsilon) => ClockChange.During,
            _ => ClockChange.None,
        };
        return new Visit(number, date, start, end, change);
    }
}

/// <summary>One visit of a patrol.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Date">The rule's date.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends.</param>
/// <param name="Change">What the clocks do to it.</param>
public sealed record Visit(int Number, LocalDate Date, Instant Start, Instant End, ClockChange Change);

/// <summary>What a change of the clocks does to a visit.</summary>
public enum ClockChange
{
    None,

    /// <summary>The start does not exist that day: it is later.</summary>
    Skipped,

    /// <summary>The start happens twice that day: the earlier one.</summary>
    Twice,

    /// <summary>The clocks change between start and end.</summary>
    During,
}
