using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>
/// Reads an event: <c>{calloutEvent, calloutEventTags}</c> or a list's element (newer), or a bare <c>{id, message}</c> (older). AURA
/// names what is inside <c>event</c> in words only, so several keys are looked for.
/// </summary>
internal static class CalloutEventReader
{
    public static readonly string[] ListNames = ["calloutEvents", "events", "data", "items", "results"];

    /// <summary>Null without a valid id; every other member may be missing or odd.</summary>
    public static CalloutEvent? Read(JsonElement root)
    {
        var element = JsonEnvelope.Entity(root, "calloutEvent", "data");
        if (element.Id("id") is not { } id)
            return null;
        var said = element.Object("event");
        return new CalloutEvent
        {
            Id = id,
            CalloutId = element.Id("calloutId"),
            TypeId = element.Int("calloutEventTypeId") ?? element.Object("calloutEventType")?.Int("id"),
            Type = element.Label("calloutEventType"),
            Text = said?.Text("message", "body", "text", "event", "content") ?? element.Text("event", "message", "text"),
            SenderRole = said?.Text("senderRole", "role", "sender", "source") ?? element.Text("source", "senderRole"),
            SupplierId = said?.Id("supplierId") ?? element.Id("supplierId"),
            CreatedBy = element.Label("createdBy"),
            IntegrationUserId = element.Id("integrationUserId") ?? element.Object("integrationUser")?.Id("id"),
            IntegrationUser = element.Label("integrationUser"),
            Tags = Tags(element) is { Count: > 0 } own ? own : Tags(root),
            CreatedAt = element.Instant("createdAt"),
            UpdatedAt = element.Instant("updatedAt"),
            Raw = element.Clone(),
        };
    }

    private static List<string> Tags(JsonElement element) =>
        element.Member("calloutEventTags") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(static tag => JsonFields.AsText(tag) ?? tag.Label("tag", "value", "name")).OfType<string>()]
            : [];
}
