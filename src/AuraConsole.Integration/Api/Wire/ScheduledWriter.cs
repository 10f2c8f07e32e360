using System.Globalization;
using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Writes a scheduled request.</summary>
internal static class ScheduledWriter
{
    public static string Text(NewScheduledService service) => JsonSerializer.Serialize(Body(service), AuraJsonContext.Default.ScheduledBody);

    public static ScheduledBody Body(NewScheduledService service)
    {
        var details = new ScheduleDetailsBody(
            service.NumberOfGuards,
            service.ArmedPreference,
            [.. service.Contacts.Select(static contact => new ContactBody(contact.Name, contact.Mobile))]);
        var config = new ScheduleConfigBody(
            service.Name,
            service.SpecialInstructions,
            details,
            Instants.Write(service.From),
            Instants.Write(service.To),
            Repeats(service.Repeats));
        var place = service.Location;
        return new ScheduledBody(service.CustomerId, config, new InitialLocationBody(place.Latitude, place.Longitude, place.Address));
    }

    private static RepeatsBody Repeats(ScheduleRepeats repeats) => new(
        repeats.IsRepeating ? "repeating" : "single",
        Time(repeats.StartTime),
        (int)repeats.Window.TotalMinutes,
        repeats.Days is { Count: > 0 } days ? Names(days) : null,
        Date(repeats.Until))
    {
        TimeZone = repeats.Local?.TimeZone,
        LocalStartTime = repeats.Local is { } local ? Time(local.StartTime) : null,
        Every = repeats.Local?.Every,
        Unit = repeats.Local is { } rule ? (rule.IsWeekly ? "week" : "day") : null,
        LocalDays = repeats.Local is { Days.Count: > 0 } weekly ? Names(weekly.Days) : null,
        LocalUntil = Date(repeats.Local?.Until),
        Count = repeats.Local?.Count,
    };

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string> Names(IReadOnlyList<DayOfWeek> days) => [.. days.Select(static day => day.ToString().ToLowerInvariant())];
}
