using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads the callback of a CSV upload, of which no key is published.</summary>
internal static class CsvCallbackReader
{
    private static readonly string[] GoodWords = ["success", "complete", "processed", "done", "ok"];
    private static readonly string[] BadWords = ["fail", "error", "invalid", "reject"];

    public static CsvCallback Read(JsonElement root)
    {
        var result = root.Object("result", "results", "summary", "data") ?? root;
        var errors = Errors(result) ?? Errors(root) ?? [];
        return new CsvCallback
        {
            Succeeded = root.Flag("success", "succeeded") ?? OfStatus(root.Text("status") ?? result.Text("status")),
            Message = JsonEnvelope.Message(root),
            Created = Count(result, "created", "createdCount", "inserted"),
            Updated = Count(result, "updated", "updatedCount", "changed"),
            Unchanged = Count(result, "unchanged", "unchangedCount", "skipped"),
            Deleted = Count(result, "deleted", "deletedCount", "removed"),
            Failed = Count(result, "failed", "failedCount", "errorCount") ?? (errors.Count > 0 ? errors.Count : null),
            Errors = errors,
            Raw = root.Clone(),
        };
    }

    /// <summary>Failure first: "completed with errors" is not a success.</summary>
    private static bool? OfStatus(string? status)
    {
        if (status is null)
            return null;
        if (BadWords.Any(word => status.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return false;
        return GoodWords.Any(word => status.Contains(word, StringComparison.OrdinalIgnoreCase)) ? true : null;
    }

    /// <summary>A number, or a list of what is counted.</summary>
    private static int? Count(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Member(name) is { ValueKind: JsonValueKind.Array } list)
                return list.GetArrayLength();
            if (element.Number(name) is { } number and >= 0 and <= int.MaxValue)
                return (int)number;
        }

        return null;
    }

    private static List<CsvRowError>? Errors(JsonElement element)
    {
        foreach (var name in (ReadOnlySpan<string>)["errors", "failures", "failedRows", "rowErrors"])
        {
            if (element.Member(name) is { ValueKind: JsonValueKind.Array } list)
                return [.. list.EnumerateArray().Take(CsvCallback.MaxErrors).Select(Error)];
        }

        return null;
    }

    private static CsvRowError Error(JsonElement element) => new(
        element.Int("row", "line", "rowNumber", "lineNumber"),
        element.Key("externalReferenceId", "reference"),
        JsonFields.AsText(element) ?? element.Text("message", "error", "reason"));
}
