using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads a scheduled request: wrapped in the newer dialect, a bare <c>{id, status}</c> in the older one.</summary>
internal static class ScheduledReader
{
    /// <summary>Null without an id: what cannot be cancelled must not pass for scheduled.</summary>
    public static ScheduledService? Read(JsonElement root)
    {
        var request = root.Object("scheduledRequest", "data") ?? root;
        request = request.Object("scheduledRequest") ?? request;
        if (request.Key("id", "scheduledRequestId") is not { } id)
            return null;
        return new ScheduledService
        {
            Id = id,
            NextOccurrence = request.Instant("nextOccurrence", "nextOccurence", "scheduledAt"),
            Status = request.Label("status"),
            Message = JsonEnvelope.Message(root),
            Raw = request.Clone(),
        };
    }
}
