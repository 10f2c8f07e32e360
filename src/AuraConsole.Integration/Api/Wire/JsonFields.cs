using System.Globalization;
using System.Text.Json;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads members of AURA's JSON without ever throwing: absent, null and of a wrong type are all null.</summary>
internal static class JsonFields
{
    /// <summary>Dates before this are a serialiser's "none" (0001-01-01, 1970-01-01), not something that happened.</summary>
    private static readonly DateTimeOffset EarliestInstant = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            return element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
        }
        catch (InvalidOperationException)
        {
            // a neighbouring name holds an escape that is no valid text
            return null;
        }
    }

    public static JsonElement? Object(this JsonElement element, params ReadOnlySpan<string> names) =>
        First(element, names, static member => member.ValueKind == JsonValueKind.Object ? member : (JsonElement?)null);

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names) => First(element, names, AsText);

    public static long? Id(this JsonElement element, params ReadOnlySpan<string> names) => First(element, names, AsId);

    public static int? Int(this JsonElement element, params ReadOnlySpan<string> names) =>
        First(element, names, static member => AsId(member) is { } id and <= int.MaxValue ? (int?)id : null);

    public static double? Number(this JsonElement element, params ReadOnlySpan<string> names) => First(element, names, AsNumber);

    public static bool? Flag(this JsonElement element, params ReadOnlySpan<string> names) => First(element, names, static member =>
        member.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => bool.TryParse(AsText(member), out var flag) ? (bool?)flag : null,
        });

    public static DateTimeOffset? Instant(this JsonElement element, params ReadOnlySpan<string> names) => First(element, names, AsInstant);

    /// <summary>An id that may be a whole number or a text, as text.</summary>
    public static string? Key(this JsonElement element, params ReadOnlySpan<string> names) =>
        First(element, names, static member => AsText(member) ?? AsId(member)?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Names of an object's members, as far as they are valid text.</summary>
    public static IEnumerable<string> Names(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var member in element.EnumerateObject())
        {
            if (NameOf(member) is { } name)
                yield return name;
        }
    }

    /// <summary>What a person reads of a member that is text in one dialect and an object in the other.</summary>
    public static string? Label(this JsonElement element, params ReadOnlySpan<string> names) =>
        First(element, names, static member => AsText(member) ?? member.Text("description", "value", "name"));

    public static string? AsText(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // broken UTF-8 or half a surrogate pair passes the parser and fails only here
            return null;
        }
    }

    public static long? AsId(JsonElement element)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        long id;
        var read = element.ValueKind == JsonValueKind.Number
            ? element.TryGetInt64(out id)
            : long.TryParse(AsText(element), Styles, CultureInfo.InvariantCulture, out id);
        return read && id > 0 ? id : null;
    }

    public static double? AsNumber(JsonElement element)
    {
        double number;
        var read = element.ValueKind == JsonValueKind.Number
            ? element.TryGetDouble(out number)
            : double.TryParse(AsText(element), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        return read && double.IsFinite(number) ? number : null;
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // the name holds an escape that is no valid text
            return null;
        }
    }

    private static DateTimeOffset? AsInstant(JsonElement element)
    {
        // the framework fills gaps in a looser text with today's date, so only texts that begin with a full date are read
        if (AsText(element) is not { Length: >= 10 } text || text[4] != '-' || text[7] != '-')
            return null;
        var styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, styles, out var instant);
        return read && instant >= EarliestInstant ? instant : null;
    }

    private static T? First<T>(JsonElement element, ReadOnlySpan<string> names, Func<JsonElement, T?> read)
    {
        foreach (var name in names)
        {
            if (element.Member(name) is { } member && read(member) is { } value)
                return value;
        }

        return default;
    }
}
