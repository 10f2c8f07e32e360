namespace AuraConsole.Web.Data;

/// <summary>
/// Callouts by the full-text index <c>CalloutIndex</c>: site, reference, a site's address, incident number, responders and AURA's number,
/// kept by triggers (migration HistoryIndex). Nothing that tells of a customer is in it.
/// </summary>
public static class CalloutMatch
{
    /// <summary>A single letter begins words of nearly every callout.</summary>
    public const int ShortestWord = 2;

    /// <summary>
    /// The longest beginning that the index keeps a list of. Of a longer word of letters only so much is compared, since half of all addresses
    /// may have it; a longer number is rare enough to be looked for as it is.
    /// </summary>
    public const int LongestWord = 8;

    /// <summary>The index's query for what was typed; null when nothing in it can be looked for. The index knows words and no phrases.</summary>
    public static string? Query(string? typed)
    {
        var words = Like.Words(new string([.. (typed ?? "").Select(static letter => char.IsLetterOrDigit(letter) ? letter : ' ')]))
            .Where(static word => word.Length >= ShortestWord).ToList();
        return words.Count == 0 ? null : string.Join(' ', words.Select(static word => $"\"{(word.Length > LongestWord && word.All(char.IsLetter) ? word[..LongestWord] : word)}\"*"));
    }
}
