using System.Text;

namespace AuraConsole.Web.Data;

/// <summary>Typed text as patterns for SQLite's LIKE, which ignores case for ASCII letters.</summary>
public static class Like
{
    public const string Escape = "\\";

    /// <summary>More words than this narrow nothing down, and each costs a comparison per row and column.</summary>
    public const int MostWords = 8;

    public static IReadOnlyList<string> Words(string? text) =>
        [.. (text ?? "").Split((char[]?)null, MostWords + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords)];

    public static string Contains(string text) => $"%{Literal(text)}%";

    public static string StartsWith(string text) => Literal(text) + "%";

    /// <summary>The text itself, whatever wildcards it holds.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '%' or '_' or '\\')
                literal.Append('\\');
            literal.Append(character);
        }

        return literal.ToString();
    }
}
