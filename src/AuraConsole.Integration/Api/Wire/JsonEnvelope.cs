using System.Text.Json;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Finds the entity or the list in an answer: bare in the older dialect, wrapped in the newer one.</summary>
internal static class JsonEnvelope
{
    private const int MaxWraps = 3;
    private const int MaxMessage = 1000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Null for anything that is not JSON. What outlives the document has to be cloned out of it.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Descends to the entity. <paramref name="certain"/> never is a member of the entity itself; <paramref name="possible"/> are looked
    /// at only while no id has been seen.
    /// </summary>
    public static JsonElement Entity(JsonElement root, string certain, params ReadOnlySpan<string> possible)
    {
        for (var wraps = 0; wraps < MaxWraps; wraps++)
        {
            if (root.Object(certain) is { } entity)
                root = entity;
            else if (root.Id("id") is null && root.Object(possible) is { } wrapped)
                root = wrapped;
            else
                break;
        }

        return root;
    }

    /// <summary>The list in an answer; null when there is none.</summary>
    public static JsonElement? List(JsonElement root, params ReadOnlySpan<string> names)
    {
        for (var wraps = 0; wraps < MaxWraps; wraps++)
        {
            if (root.ValueKind == JsonValueKind.Array)
                return root;
            if (ListOrObject(root, names) is not { } next)
                return null;
            root = next;
        }

        return root.ValueKind == JsonValueKind.Array ? root : null;
    }

    /// <summary>AURA's own words, at most 1000 characters.</summary>
    public static string? Message(JsonElement root) => root.Text("message") is { } message ? Cap(message, MaxMessage) : null;

    /// <summary>At most <paramref name="length"/> characters, never half a surrogate pair.</summary>
    public static string Cap(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    private static JsonElement? ListOrObject(JsonElement root, ReadOnlySpan<string> names)
    {
        JsonElement? inner = null;
        foreach (var name in names)
        {
            if (root.Member(name) is not { } member)
                continue;
            if (member.ValueKind == JsonValueKind.Array)
                return member;
            if (member.ValueKind == JsonValueKind.Object)
                inner ??= member;
        }

        return inner;
    }
}
