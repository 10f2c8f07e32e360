using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads cancellation reasons (list and create callout exception reason).</summary>
internal static class ReasonReader
{
    public static readonly string[] ListNames =
        ["exceptionReasons", "calloutExceptionReasons", "cancellationReasons", "reasons", "data", "items", "results"];

    /// <summary>Null without a valid id.</summary>
    public static CancellationReason? Read(JsonElement element) =>
        element.Id("id", "exceptionReasonId") is { } id
            ? new CancellationReason(id, element.Label("reason", "description", "name", "value") ?? "", element.Clone())
            : null;

    /// <summary>Null when there is nothing about a reason in the answer.</summary>
    public static AttachedReason? ReadAttached(JsonElement root)
    {
        var kept = root.Object("createdExceptionReason", "exceptionReason", "data") ?? root;
        var reasonId = kept.Id("exceptionReasonId") ?? kept.Object("exceptionReason")?.Id("id");
        if (kept.Id("id") is null && reasonId is null && kept.Text("notes") is null)
            return null;
        return new AttachedReason
        {
            Id = kept.Id("id"),
            ReasonId = reasonId,
            Notes = kept.Text("notes"),
            CreatedAt = kept.Instant("createdAt"),
            Raw = kept.Clone(),
        };
    }
}
