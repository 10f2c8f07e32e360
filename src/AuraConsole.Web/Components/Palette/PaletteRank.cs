using AuraConsole.Web.Data;

namespace AuraConsole.Web.Components.Palette;

/// <summary>How well a few texts answer what was typed. For what is in memory; sites are ranked by the database.</summary>
public static class PaletteRank
{
    /// <summary>0 is best; null when a word occurs nowhere.</summary>
    public static int? Of(string typed, string title, params ReadOnlySpan<string?> more)
    {
        var words = Like.Words(typed);
        if (words.Count == 0)
            return 3;
        foreach (var word in words)
        {
            if (!Has(title, word) && !Any(more, word))
                return null;
        }
        var phrase = string.Join(' ', words);
        if (string.Equals(title, phrase, StringComparison.OrdinalIgnoreCase))
            return 0;
        return title.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) ? 1 : Has(title, words[0]) ? 2 : 3;
    }

    private static bool Any(ReadOnlySpan<string?> texts, string word)
    {
        foreach (var text in texts)
        {
            if (Has(text, word))
                return true;
        }
        return false;
    }

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true;
}
