using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using NodaTime;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>A patrol as it is sent.</summary>
internal static class PatrolWire
{
    /// <summary>The first start and the last end; AURA wants both, also of a series without an end.</summary>
    public static (DateTimeOffset First, DateTimeOffset Last) Window(RecurrenceRule rule)
    {
        var visits = Recurrence.All(rule).ToList();
        return (visits[0].Start.ToDateTimeOffset(), visits[^1].End.ToDateTimeOffset());
    }

    /// <param name="patrol">With its site.</param>
    public static NewScheduledService Of(Patrol patrol)
    {
        var rule = RecurrenceRule.Of(patrol);
        return new NewScheduledService
        {
            CustomerId = patrol.CustomerAuraId,
            Name = patrol.Name,
            SpecialInstructions = patrol.Instructions,
            NumberOfGuards = patrol.Guards,
            ArmedPreference = patrol.ArmedPreference,
            Contacts = PatrolContacts.Read(patrol.Contacts) ?? [],
            From = patrol.FirstStart,
            To = patrol.LastEnd,
            Location = patrol.Site is { } site
                ? new ScheduleLocation(site.Latitude, site.Longitude, site.Address)
                : new ScheduleLocation(patrol.Latitude, patrol.Longitude, patrol.Address),
            Repeats = Repeats(patrol, rule),
        };
    }

    private static ScheduleRepeats Repeats(Patrol patrol, RecurrenceRule rule)
    {
        var window = TimeSpan.FromMinutes(patrol.Minutes);
        var start = TimeOnly.FromTimeSpan(patrol.FirstStart.UtcDateTime.TimeOfDay);
        if (patrol.Repeat == PatrolRepeat.Once)
            return ScheduleRepeats.Once(start, window);
        // days and last day in UTC are true of the first visit's side of a clock change; the rule beside them says it exactly
        var first = Recurrence.First(rule)!;
        var shift = Period.DaysBetween(first.Date, first.Start.InUtc().Date);
        var local = Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).Where(day => patrol.Days.HasFlag(RecurrenceRule.Flag(day))).ToList();
        var days = patrol.Repeat == PatrolRepeat.Weekly ? local.Select(day => Day(((int)day + shift + 7) % 7)).ToList() : [];
        return ScheduleRepeats.Every(start, window, days, patrol.LastDate?.AddDays(shift)) with
        {
            Local = new LocalSchedule(
                patrol.TimeZoneId, patrol.StartTime, patrol.Every, patrol.Repeat == PatrolRepeat.Weekly,
                [.. patrol.Repeat == PatrolRepeat.Weekly ? local.Select(day => Day((int)day % 7)) : []], patrol.LastDate, patrol.Count),
        };
    }

    private static DayOfWeek Day(int sundayIsZero) => (DayOfWeek)sundayIsZero;
}
