namespace AuraConsole.Web.Data;

/// <summary>Text from outside, fitted to its column.</summary>
public static class Text
{
    public static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..(length - 1)] + "…";
}
