using System.Globalization;

namespace AuraConsole.Web.Features.Audit;

/// <summary>A record's short forms, for people.</summary>
internal static class AuditWords
{
    /// <summary><c>callout.taken-over</c> is <c>Callout: taken over</c>.</summary>
    public static string Of(string kind)
    {
        var words = kind.Replace('-', ' ').Replace(".", ": ", StringComparison.Ordinal);
        return words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];
    }

    /// <summary>The page of what the record is about; null when it has none.</summary>
    public static string? AddressOf(string subject) => subject.Split(':') switch
    {
        ["site", var id] when IsNumber(id) => $"/sites/{id}",
        ["callout", var id] when IsNumber(id) => $"/callouts/{id}",
        ["customer", var id] when IsNumber(id) => $"/customers/{id}",
        _ => null,
    };

    private static bool IsNumber(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
