namespace AuraConsole.Web.Components.Map;

/// <summary>What became of a plus code.</summary>
public enum PlusCodeFault
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>It is no plus code.</summary>
    Invalid,

    /// <summary>It begins in the middle and means something only near a place: not enough to send help to.</summary>
    Short,
}

/// <summary>
/// Reads full Open Location Codes ("plus codes"), by the published specification (github.com/google/open-location-code, Apache 2.0):
/// pairs of base-20 digits, then cells of 5 rows and 4 columns.
/// </summary>
public static class PlusCode
{
    private const string Alphabet = "23456789CFGHJMPQRVWX";
    private const char Separator = '+';
    private const char Padding = '0';
    private const int SeparatorAt = 8;
    private const int PairDigits = 10;
    private const int MostDigits = 15;
    private const int Rows = 5;
    private const int Columns = 4;

    /// <summary>The middle of the code's cell, and the radius that covers the cell, in metres.</summary>
    public static PlusCodeFault Read(string? text, out Place middle, out double radius)
    {
        (middle, radius) = (default, 0);
        var code = (text ?? "").Trim().ToUpperInvariant();
        var separator = code.IndexOf(Separator, StringComparison.Ordinal);
        if (separator < 0 || separator != code.LastIndexOf(Separator) || separator > SeparatorAt || separator % 2 == 1 || code.Length - separator == 2)
            return PlusCodeFault.Invalid;
        var digits = code.Remove(separator, 1);
        var padding = digits.IndexOf(Padding, StringComparison.Ordinal);
        if (padding >= 0 && (padding == 0 || padding % 2 == 1 || digits.Length != SeparatorAt || digits.AsSpan(padding).ContainsAnyExcept(Padding)))
            return PlusCodeFault.Invalid;
        if (padding >= 0)
            digits = digits[..padding];
        if (digits.Length == 0 || digits.AsSpan().ContainsAnyExcept(Alphabet))
            return PlusCodeFault.Invalid;
        if (separator < SeparatorAt)
            return padding < 0 ? PlusCodeFault.Short : PlusCodeFault.Invalid;
        return Decode(digits.Length > MostDigits ? digits[..MostDigits] : digits, out middle, out radius) ? PlusCodeFault.None : PlusCodeFault.Invalid;
    }

    private static bool Decode(string digits, out Place middle, out double radius)
    {
        var (south, west, height, width) = (-90.0, -180.0, 400.0, 400.0);
        for (var at = 0; at < digits.Length; at++)
        {
            var value = Alphabet.IndexOf(digits[at], StringComparison.Ordinal);
            if (at >= PairDigits)
            {
                (height, width) = (height / Rows, width / Columns);
                (south, west) = (south + (value / Columns * height), west + (value % Columns * width));
            }
            else if (at % 2 == 0)
            {
                height /= Alphabet.Length;
                south += value * height;
            }
            else
            {
                width /= Alphabet.Length;
                west += value * width;
            }
        }
        middle = new Place(south + (height / 2), west + (width / 2));
        const double MetresPerDegree = 111_320;
        var east = width / 2 * MetresPerDegree * Math.Cos(middle.Latitude * Math.PI / 180);
        radius = Math.Sqrt(Math.Pow(height / 2 * MetresPerDegree, 2) + Math.Pow(east, 2));
        return south < 90 && west < 180;
    }
}
