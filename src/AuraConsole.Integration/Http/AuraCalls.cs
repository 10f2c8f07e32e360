using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AuraConsole.Integration.Http;

/// <summary>Makes calls out of path templates such as <c>/panic-api/v2/callouts/{calloutId}</c>.</summary>
internal static class AuraCalls
{
    private static readonly object DoneMark = new();

    public static AuraCall Get(string template, params ReadOnlySpan<(string Name, string Value)> parts) =>
        new(HttpMethod.Get, template, Fill(template, parts));

    public static AuraCall Delete(string template, params ReadOnlySpan<(string Name, string Value)> parts) =>
        new(HttpMethod.Delete, template, Fill(template, parts));

    public static AuraCall Post(string template, params ReadOnlySpan<(string Name, string Value)> parts) =>
        new(HttpMethod.Post, template, Fill(template, parts), "{}"u8.ToArray());

    public static AuraCall Post<T>(
        string template, T body, JsonTypeInfo<T> type, params ReadOnlySpan<(string Name, string Value)> parts) =>
        new(HttpMethod.Post, template, Fill(template, parts), JsonSerializer.SerializeToUtf8Bytes(body, type));

    public static AuraCall Put<T>(
        string template, T body, JsonTypeInfo<T> type, params ReadOnlySpan<(string Name, string Value)> parts) =>
        new(HttpMethod.Put, template, Fill(template, parts), JsonSerializer.SerializeToUtf8Bytes(body, type));

    public static (string Name, string Value) Id(string name, long id) => (name, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>For a call whose answer holds nothing to keep.</summary>
    public static object? Done(AuraAnswer answer) => answer.IsDone ? DoneMark : null;

    /// <summary>
    /// A text as one path segment. Dot segments would be resolved away, and a broken character would be replaced: both would ask for
    /// something else than what was meant.
    /// </summary>
    public static string Segment(string text, string parameter)
    {
        var segment = Uri.EscapeDataString(text);
        var isName = !string.IsNullOrWhiteSpace(text) && text is not ("." or "..");
        var survives = isName && Uri.UnescapeDataString(segment) == text;
        return survives ? segment : throw Refusals.BeforeSending($"The {parameter} cannot be part of an address.", parameter);
    }

    private static string Fill(string template, ReadOnlySpan<(string Name, string Value)> parts)
    {
        foreach (var (name, value) in parts)
            template = template.Replace($"{{{name}}}", Segment(value, name), StringComparison.Ordinal);
        return template;
    }
}
