using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Import;

/// <summary>
/// The body of an upload's callback. AURA publishes none, so it is our choice: <c>{message, status, uploadId, source, total, created,
/// updated, unchanged, deleted, failed, errors: [{row, externalReferenceId, message}]}</c>, where <c>status</c> is <c>completed</c>,
/// <c>completedWithErrors</c> or <c>failed</c> (then nothing was changed), rows count from the header as 1, 0 is the file as a whole, and
/// <c>errors</c> holds the first thousand.
/// </summary>
internal static class ImportResult
{
    public static JsonObject Of(SiteUpload upload, SiteFile file, SiteSync changes)
    {
        var errors = file.Problem is { } problem ? [new SiteFileError(0, null, problem)] : file.Errors;
        var (status, message) = file switch
        {
            { Problem: not null } => ("failed", "The file could not be processed; nothing was changed"),
            { Failed: > 0 } => ("completedWithErrors", "The file was processed; rows with errors were left out"),
            _ => ("completed", "The file was processed"),
        };
        return new JsonObject
        {
            ["message"] = message,
            ["status"] = status,
            ["uploadId"] = upload.Id,
            ["source"] = upload.Label,
            ["total"] = file.Rows,
            ["created"] = changes.Created,
            ["updated"] = changes.Updated,
            ["unchanged"] = changes.Unchanged,
            ["deleted"] = changes.Deleted,
            ["failed"] = file.Failed,
            ["errors"] = new JsonArray([.. errors.Select(static error => (JsonNode?)new JsonObject
            {
                ["row"] = error.Row,
                ["externalReferenceId"] = error.Reference,
                ["message"] = error.Message,
            })]),
        };
    }
}
