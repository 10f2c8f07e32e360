using System.Text.Json;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads lists: one unreadable element does not lose the others, and does not vanish unseen either.</summary>
internal sealed partial class ListAnswers(ILogger<ListAnswers> logger)
{
    /// <summary>Null when the answer holds no list under any of the names.</summary>
    public IReadOnlyList<T>? Read<T>(string path, AuraAnswer answer, string[] names, Func<JsonElement, T?> read)
        where T : class
    {
        if (answer.Json is not { } root || JsonEnvelope.List(root, names) is not { } list)
            return null;
        var elements = new List<T>(list.GetArrayLength());
        foreach (var element in list.EnumerateArray())
        {
            if (read(element) is { } readable)
                elements.Add(readable);
        }

        var unreadable = list.GetArrayLength() - elements.Count;
        if (unreadable > 0)
            Log.Unreadable(logger, path, unreadable, list.GetArrayLength());
        // AURA documents no paging; should it come, a first page must not pass for the whole
        if (root.Int("total", "totalCount", "count") is { } total && total > list.GetArrayLength())
            Log.Partial(logger, path, list.GetArrayLength(), total);
        return elements;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "AURA {Path}: {Unreadable} of {Count} elements cannot be read and are left out")]
        public static partial void Unreadable(ILogger logger, string path, int unreadable, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "AURA {Path}: the answer holds {Count} elements and speaks of {Total}")]
        public static partial void Partial(ILogger logger, string path, int count, int total);
    }
}
