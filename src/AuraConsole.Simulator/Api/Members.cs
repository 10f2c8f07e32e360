using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AuraConsole.Simulator.Api;

/// <summary>Reads a body's members and notes what is wrong with them; those of a nested object share its notes.</summary>
internal sealed partial class Members(JsonElement root, string path = "", List<string>? problems = null)
{
    public const int TextLimit = 1_000;

    private readonly List<string> _problems = problems ?? [];

    public JsonElement Root => root;

    /// <summary>The 400 that tells everything wrong so far; null when nothing is.</summary>
    public IResult? Refusal => _problems.Count == 0 ? null : Answers.Invalid(string.Join("; ", _problems));

    public void Refuse(string problem) => _problems.Add(path + problem);

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name, bool required = false)
    {
        var value = Find(name);
        if (value is null)
        {
            if (required) Refuse($"{name} is required");
            return null;
        }

        if (value.Value.ValueKind != JsonValueKind.String)
        {
            Refuse($"{name} must be a string");
            return null;
        }

        var text = value.Value.GetString()!;
        if (required && string.IsNullOrWhiteSpace(text)) Refuse($"{name} must not be blank");
        if (text.Length > TextLimit) Refuse($"{name} is too long");
        return text;
    }

    public long? Integer(string name, bool required = false)
    {
        var value = Find(name);
        if (value is null)
        {
            if (required) Refuse($"{name} is required");
            return null;
        }

        if (value.Value.ValueKind == JsonValueKind.Number && value.Value.TryGetInt64(out var number)) return number;
        Refuse($"{name} must be an integer");
        return null;
    }

    public bool? Flag(string name)
    {
        var value = Find(name);
        if (value is null) return null;
        if (value.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.Value.GetBoolean();
        Refuse($"{name} must be true or false");
        return null;
    }

    /// <summary>A coordinate: a string in AURA's newer documents, a number in the older; the text is kept as it came.</summary>
    public string? Coordinate(string name, double limit, bool required)
    {
        var value = Find(name);
        if (value is null)
        {
            if (required) Refuse($"{name} is required");
            return null;
        }

        var text = value.Value.ValueKind switch
        {
            JsonValueKind.String => value.Value.GetString(),
            JsonValueKind.Number => value.Value.GetRawText(),
            _ => null,
        };
        var readable = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees);
        if (readable && double.Abs(degrees) <= limit) return text;
        Refuse(readable
            ? FormattableString.Invariant($"{name} must be between -{limit} and {limit}")
            : $"{name} must be decimal degrees in a string");
        return null;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() == 0)
        {
            Refuse($"{name} must be a list with at least one name");
            return [];
        }

        var texts = array.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String);
        return [.. texts.Select(static item => item.GetString()!).Distinct(StringComparer.Ordinal)];
    }

    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Find(name) is not { } value) return map;
        if (value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().Any(static pair => pair.Value.ValueKind != JsonValueKind.String))
        {
            Refuse($"{name} must be an object of strings");
            return map;
        }

        foreach (var pair in value.EnumerateObject()) map[pair.Name] = pair.Value.GetString()!;
        return map;
    }

    /// <summary>A nested object; null when it is missing or none.</summary>
    public Members? Object(string name, bool required = false)
    {
        if (Find(name) is not { } value)
        {
            if (required) Refuse($"{name} is required");
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object) return new Members(value, $"{path}{name}.", _problems);
        Refuse($"{name} must be an object");
        return null;
    }

    /// <summary>A coordinate that must be a JSON number; the text is kept as it came.</summary>
    public string? Degrees(string name, double limit, bool required)
    {
        if (Find(name) is not { ValueKind: not JsonValueKind.Number }) return Coordinate(name, limit, required);
        Refuse($"{name} must be a number");
        return null;
    }

    public double? Number(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        Refuse($"{name} must be a number");
        return null;
    }

    /// <summary>A moment in ISO 8601; without an offset it is UTC, with one the offset is kept.</summary>
    public DateTimeOffset? Time(string name, bool required = false)
    {
        if (Text(name, required) is not { } text) return null;
        if (IsoStart().IsMatch(text) && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        Refuse($"{name} must be an ISO 8601 date");
        return null;
    }

    public IReadOnlyList<long>? Integers(string name)
    {
        if (Find(name) is not { } value) return null;
        var numbers = new List<long>();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var number)) numbers.Add(number);
            }

            if (numbers.Count == value.GetArrayLength()) return numbers;
        }

        Refuse($"{name} must be a list of integers");
        return null;
    }

    /// <summary>The other members that are texts.</summary>
    public IReadOnlyDictionary<string, string> Rest(IReadOnlySet<string> except, int limit)
    {
        var rest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in root.EnumerateObject().Where(pair => pair.Value.ValueKind == JsonValueKind.String))
        {
            if (!except.Contains(pair.Name) && Text(pair.Name) is { } text) rest[pair.Name] = text;
        }

        if (rest.Count > limit) Refuse($"there are more than {limit} members");
        return rest;
    }

    private JsonElement? Find(string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex IsoStart();
}
