using System.Globalization;
using System.Text.Json.Nodes;

namespace AuraConsole.Simulator.Api;

/// <summary>How single values look in AURA's documents.</summary>
internal static class Wire
{
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? time) => time is { } known ? Time(known) : null;

    public static JsonNode? Number(string? coordinate) =>
        double.TryParse(coordinate, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null;
}
