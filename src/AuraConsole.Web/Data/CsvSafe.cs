using System.Buffers;
using System.Globalization;

namespace AuraConsole.Web.Data;

/// <summary>Writes cells of a CSV that a spreadsheet takes for text and never for a formula.</summary>
public static class CsvSafe
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\"\r\n\t|");

    /// <summary>Text that would begin a formula gets an apostrophe in front; a plain number such as -26.1 stays one.</summary>
    public static string Inert(string? text)
    {
        if (string.IsNullOrEmpty(text) || !"=+-@\t\r\n".Contains(text.TrimStart(' ') is { Length: > 0 } trimmed ? trimmed[0] : ' ', StringComparison.Ordinal))
            return text ?? "";
        return IsPlainNumber(text) ? text : "'" + text;
    }

    /// <summary>One cell: inert, and within quotes where it needs them.</summary>
    public static string Cell(string? text)
    {
        var inert = Inert(text);
        return inert.AsSpan().ContainsAny(NeedQuotes) || inert.AsSpan().Trim().Length != inert.Length
            ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : inert;
    }

    public static string Line(params ReadOnlySpan<string?> cells)
    {
        var parts = new string[cells.Length];
        for (var index = 0; index < cells.Length; index++)
            parts[index] = Cell(cells[index]);
        return string.Join(',', parts) + "\r\n";
    }

    private static bool IsPlainNumber(string text) => double.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
}
