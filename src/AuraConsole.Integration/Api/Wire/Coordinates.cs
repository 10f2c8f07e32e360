using System.Globalization;
using System.Text.Json;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Decimal degrees: strings on sites, numbers on callouts, either in webhooks.</summary>
internal static class Coordinates
{
    public static double? Latitude(JsonElement element) => Within(element.Number("latitude"), 90);

    public static double? Longitude(JsonElement element) => Within(element.Number("longitude"), 180);

    /// <summary>The shortest text that reads back as the same number, never with an exponent.</summary>
    public static string Write(double degrees)
    {
        var text = degrees.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal)
            ? degrees.ToString("0.####################", CultureInfo.InvariantCulture)
            : text;
    }

    public static bool IsLatitude(double degrees) => Within(degrees, 90) is not null;

    public static bool IsLongitude(double degrees) => Within(degrees, 180) is not null;

    private static double? Within(double? degrees, double limit) => degrees >= -limit && degrees <= limit ? degrees : null;
}
