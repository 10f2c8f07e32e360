namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>What may stand between fields.</summary>
public static class Delimiters
{
    public static readonly IReadOnlyList<char> All = [',', ';', '\t', '|'];

    /// <summary>The one that the first line has most of, outside quotes; a comma when it has none.</summary>
    public static char Detect(TextReader text)
    {
        Span<int> counts = stackalloc int[All.Count];
        var isQuoted = false;
        while (text.Read() is var next and >= 0)
        {
            var sign = (char)next;
            if (sign == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && sign is '\n' or '\r')
                break;
            else if (!isQuoted && Index(sign) is { } found)
                counts[found]++;
        }

        var best = 0;
        for (var index = 1; index < All.Count; index++)
            best = counts[index] > counts[best] ? index : best;
        return All[best];
    }

    private static int? Index(char sign)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index] == sign)
                return index;
        }

        return null;
    }
}
