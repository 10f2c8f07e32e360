using System.Globalization;

namespace AuraConsole.Web.Components.Map;

/// <summary>Reads and checks places that people type or browsers tell.</summary>
public static class Places
{
    /// <summary>Half the way around the Earth in metres: no radius of uncertainty is larger.</summary>
    public const double MostAccuracy = 20_000_000;

    // written so that what is no number is no place either
    public static bool IsPlace(double latitude, double longitude) => latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;

    /// <summary>Decimal degrees with a dot or a comma; null when it is neither.</summary>
    public static double? Degrees(string? text)
    {
        // what copies from a page or a spreadsheet: a true minus sign, a decimal comma
        var plain = (text ?? "").Trim().Replace('−', '-').Replace(',', '.');
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(plain, Styles, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : null;
    }

    public static string Text(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
