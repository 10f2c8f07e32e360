using NodaTime;

namespace AuraConsole.Web.Features.Patrols.Recurring;

/// <summary>Time zones by IANA id, from the data that NodaTime brings: the same on every machine.</summary>
public static class Zones
{
    public static DateTimeZone? Find(string? id) => string.IsNullOrWhiteSpace(id) ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id.Trim());

    public static IReadOnlyList<string> All { get; } = [.. DateTimeZoneProviders.Tzdb.Ids.Where(static id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)), "Etc/UTC"];
}
