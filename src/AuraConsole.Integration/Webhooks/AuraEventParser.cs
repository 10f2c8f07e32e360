using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AuraConsole.Integration.Api.Wire;

namespace AuraConsole.Integration.Webhooks;

/// <summary>Reads a delivery's body; tolerant of everything but the envelope.</summary>
public static class AuraEventParser
{
    private const int MaxName = 100;

    private static readonly string[] CalloutFirst = ["callout", "customer", "subscription"];
    private static readonly string[] CustomerFirst = ["customer", "subscription", "callout"];
    private static readonly string[] SubscriptionFirst = ["subscription", "customer", "callout"];

    /// <summary>
    /// Parses a body. False when it is not JSON, not an object, or has no <c>message</c> text. Never throws, whatever the bytes; nesting
    /// beyond 64 levels counts as not JSON.
    /// </summary>
    public static bool TryParse(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out AuraEvent? parsed)
    {
        using var document = JsonEnvelope.Parse(body);
        parsed = document?.RootElement.Text("message") is { } name ? Read(document.RootElement, name) : null;
        return parsed is not null;
    }

    private static AuraEvent Read(JsonElement envelope, string name)
    {
        var kind = AuraEventNames.KindOf(name);
        var (entityKind, entity) = Entity(envelope, kind);
        var callout = entityKind == "callout" ? CalloutReader.Read(entity) : null;
        return new AuraEvent
        {
            Name = JsonEnvelope.Cap(name, MaxName),
            Kind = kind,
            EntityKind = entityKind,
            EntityId = callout?.Id ?? entity.Id("id", entityKind + "Id"),
            Callout = callout,
        };
    }

    private static (string? Kind, JsonElement Entity) Entity(JsonElement envelope, AuraEventKind kind)
    {
        foreach (var name in Order(kind))
        {
            if (envelope.Object(name) is { } entity)
                return (name, entity);
        }

        return (null, default);
    }

    /// <summary>An event of a subscription may bring its customer along, and the other way round.</summary>
    private static string[] Order(AuraEventKind kind) => kind switch
    {
        AuraEventKind.CustomerCreated => CustomerFirst,
        AuraEventKind.SubscriptionCreated or AuraEventKind.SubscriptionUpdated
            or AuraEventKind.SubscriptionCancelled or AuraEventKind.SubscriptionCancelFailed => SubscriptionFirst,
        _ => CalloutFirst,
    };
}
