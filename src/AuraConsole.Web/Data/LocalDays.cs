using NodaTime;

namespace AuraConsole.Web.Data;

/// <summary>Days as people in a zone count them; a day with a change of clocks has 23 or 25 hours.</summary>
public static class LocalDays
{
    /// <summary>By IANA id; UTC for one that is not known.</summary>
    public static DateTimeZone Zone(string? id) =>
        (string.IsNullOrWhiteSpace(id) ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id.Trim())) ?? DateTimeZone.Utc;

    public static DateOnly Of(DateTimeOffset at, DateTimeZone zone) => Instant.FromDateTimeOffset(at).InZone(zone).Date.ToDateOnly();

    /// <summary>When that day begins there.</summary>
    public static DateTimeOffset StartOf(DateOnly day, DateTimeZone zone) => zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant().ToDateTimeOffset();

    /// <summary>A day of an address; null for anything else.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
        && day.Year is >= 2000 and <= 2200 ? day : null;

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
