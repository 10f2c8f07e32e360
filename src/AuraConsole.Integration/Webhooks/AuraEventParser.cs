using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AuraConsole.Integration.Api.Wire;

namespace AuraConsole.Integration.Webhooks;

/// <summary>Reads a delivery's body; tolerant of everything but the envelope.</summary>
public static class AuraEventParser
{
    private const string Callout = "callout";
    private const string Customer = "customer";
    private const string Subscription = "subscription";
    private const int MaxName = 100;

    private static readonly string[] CalloutFirst = [Callout, Customer, Subscription];
    private static readonly string[] CustomerFirst = [Customer, Subscription, Callout];
    private static readonly string[] SubscriptionFirst = [Subscription, Customer, Callout];

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

    /// <summary>
    /// Parses what identifies a delivery and leaves the entity itself out: all that its answer depends on, at half the cost.
    /// True and false as <see cref="TryParse"/>.
    /// </summary>
    public static bool TryParseHead(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out AuraEvent? head)
    {
        using var document = JsonEnvelope.Parse(body);
        head = document?.RootElement.Text("message") is { } name ? ReadHead(document.RootElement, name).Head : null;
        return head is not null;
    }

    private static AuraEvent Read(JsonElement envelope, string name)
    {
        var (head, entity) = ReadHead(envelope, name);
        return head.EntityKind switch
        {
            Callout => head with { Callout = CalloutReader.Read(entity) },
            Customer => head with { Customer = CustomerReader.Read(entity) },
            Subscription => head with { Subscription = SubscriptionReader.Read(entity) },
            _ => head,
        };
    }

    private static (AuraEvent Head, JsonElement Entity) ReadHead(JsonElement envelope, string name)
    {
        var kind = AuraEventNames.KindOf(name);
        var (entityKind, entity) = Entity(envelope, kind);
        return (new AuraEvent
        {
            Name = JsonEnvelope.Cap(name, MaxName),
            Kind = kind,
            EntityKind = entityKind,
            EntityId = entityKind is null ? null : entity.Id("id", entityKind + "Id"),
        }, entity);
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
