using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using AuraConsole.Web.Resources;
using NodaTime;
using Field = AuraConsole.Web.Features.Patrols.Scheduling.PatrolRequest;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>What a request must be before it is worth sending. Pure; each fault has its sentence.</summary>
public static class PatrolRules
{
    /// <summary>All faults at once, in the order of the form.</summary>
    public static IReadOnlyList<PatrolFault> Check(PatrolRequest asked, PatrolsOptions options, DateTimeOffset now)
    {
        (string Field, string? Sentence)[] all =
        [
            (nameof(Field.SiteId), asked.ForCustomer || asked.SiteId is not null ? null : PatrolsText.NeedSite),
            (nameof(Field.CustomerAuraId), asked.CustomerAuraId is > 0 ? null : asked.ForCustomer ? PatrolsText.NeedPerson : PatrolsText.NeedCustomer),
            (nameof(Field.Address), asked.ForCustomer ? WhereTo(asked) : null),
            (nameof(Field.ServiceType), options.Offered.Any(type => type.Id == asked.ServiceType) ? null : PatrolsText.NeedService),
            (nameof(Field.Name), string.IsNullOrWhiteSpace(asked.Name) ? PatrolsText.NeedName : Long(asked.Name, Patrol.NameLength)),
            (nameof(Field.Instructions), Long(asked.Instructions, Patrol.InstructionsLength)),
            (nameof(Field.Guards), asked.Guards is null or (>= 1 and <= 100) ? null : PatrolsText.BadGuards),
            (nameof(Field.ArmedPreference), asked.ArmedPreference is null || options.ArmedPreferences.Contains(asked.ArmedPreference) ? null : PatrolsText.BadPreference),
            (nameof(Field.Contacts), Long(asked.Contacts, Patrol.ContactsLength) ?? (PatrolContacts.Read(asked.Contacts) is null ? Say.With(PatrolsText.BadContacts, PatrolContacts.Most) : null)),
            (nameof(Field.TimeZoneId), Zones.Find(asked.TimeZoneId) is null ? PatrolsText.BadZone : null),
            (nameof(Field.FirstDate), asked.FirstDate is null ? PatrolsText.NeedDate : null),
            (nameof(Field.StartTime), asked.StartTime is null ? PatrolsText.NeedTime : null),
            (nameof(Field.Minutes), asked.Minutes is >= 1 and <= RecurrenceRule.MostMinutes ? null : PatrolsText.BadLength),
            .. Repeating(asked),
        ];
        var faults = all.Where(static one => one.Sentence is not null).Select(static one => new PatrolFault(one.Field, one.Sentence!)).ToList();
        if (faults.Count == 0 && Moment(asked, options, now) is { } fault)
            faults.Add(fault);
        return faults;
    }

    /// <summary>The rule, or null while something is missing for one.</summary>
    public static RecurrenceRule? RuleOf(PatrolRequest asked)
    {
        if (Zones.Find(asked.TimeZoneId) is not { } zone || asked.FirstDate is not { } first || asked.StartTime is not { } start
            || asked.Minutes is not (>= 1 and <= RecurrenceRule.MostMinutes) || Repeating(asked).Any(static one => one.Sentence is not null))
            return null;
        return new RecurrenceRule
        {
            Zone = zone,
            First = LocalDate.FromDateOnly(first),
            Start = NodaTime.LocalTime.FromTimeOnly(start),
            Minutes = asked.Minutes.Value,
            Repeat = asked.Repeat,
            Every = asked.Every ?? 1,
            Days = asked.Days,
            Last = asked.LastDate is { } last ? LocalDate.FromDateOnly(last) : null,
            Count = asked.Count,
        };
    }

    private static (string Field, string? Sentence)[] Repeating(PatrolRequest asked) => asked.Repeat == PatrolRepeat.Once
        ? []
        :
        [
            (nameof(Field.Every), asked.Every is >= 1 and <= RecurrenceRule.MostEvery ? null : Say.With(PatrolsText.BadEvery, RecurrenceRule.MostEvery)),
            (nameof(Field.Days), asked.Repeat == PatrolRepeat.Weekly && asked.Days == PatrolDays.None ? PatrolsText.NeedDays : null),
            (nameof(Field.LastDate), asked.LastDate < asked.FirstDate ? PatrolsText.BadLast : null),
            (nameof(Field.Count), asked.Count is null or (>= 1 and <= RecurrenceRule.MostCount) ? null : Say.With(PatrolsText.BadCount, RecurrenceRule.MostCount)),
        ];

    /// <summary>AURA takes an address, a place, or both; of a customer it knows neither.</summary>
    private static string? WhereTo(PatrolRequest asked)
    {
        if (asked.Latitude is null && asked.Longitude is null)
            return string.IsNullOrWhiteSpace(asked.Address) ? PatrolsText.NeedAddress : Long(asked.Address, Site.AddressLength);
        return Places.IsPlace(asked.Latitude ?? double.NaN, asked.Longitude ?? double.NaN) ? Long(asked.Address, Site.AddressLength) : PatrolsText.BadPlace;
    }

    private static PatrolFault? Moment(PatrolRequest asked, PatrolsOptions options, DateTimeOffset now)
    {
        if (Recurrence.First(RuleOf(asked)!) is not { } first)
            return new PatrolFault(nameof(Field.LastDate), PatrolsText.NeverHappens);
        return first.Start.ToDateTimeOffset() < now + options.Ahead
            ? new PatrolFault(nameof(Field.StartTime), Say.With(PatrolsText.TooSoon, (int)options.Ahead.TotalMinutes))
            : null;
    }

    private static string? Long(string? text, int most) => text?.Trim().Length > most ? Say.With(PatrolsText.TooLong, most, text.Trim().Length) : null;
}
