using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace AuraConsole.Simulator.Api;

/// <summary>
/// Reads <c>repeatsConfig</c>. AURA's inner names are unknown; taken are the text <c>single</c>, or an object with <c>type</c>
/// (<c>single</c>, <c>repeating</c>), <c>startTime</c> (HH:mm), <c>windowPeriod</c> (minutes), <c>days</c> (names of weekdays) and
/// <c>until</c> (the last date).
/// </summary>
internal static class RepeatsBody
{
    private const int MinutesLimit = 7 * 24 * 60;

    private static readonly FrozenDictionary<string, DayOfWeek> Days = Enum.GetValues<DayOfWeek>()
        .ToFrozenDictionary(static day => day.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly Repeats Once = new(IsRepeating: false, null, FrozenSet<DayOfWeek>.Empty, null);

    public static Repeats Read(Members config)
    {
        if (config.Root.TryGetProperty("repeatsConfig", out var text) && text.ValueKind == JsonValueKind.String)
        {
            if (!text.ValueEquals("single")) config.Refuse("repeatsConfig must be single or an object");
            return Once;
        }

        if (config.Object("repeatsConfig", required: true) is not { } members) return Once;
        var type = members.Text("type", required: true);
        if (type is not (null or "single" or "repeating")) members.Refuse("type must be single or repeating");
        var start = Start(members, required: type == "repeating");
        if (members.Integer("windowPeriod") is < 1 or > MinutesLimit) members.Refuse("windowPeriod must be from 1 minute to a week");
        var until = members.Time("until") is { } last ? DateOnly.FromDateTime(last.DateTime) : (DateOnly?)null;
        return type == "repeating"
            ? new Repeats(IsRepeating: true, start, ReadDays(members), until)
            : Once with { StartTime = start };
    }

    private static TimeOnly? Start(Members members, bool required)
    {
        if (members.Text("startTime", required) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)) return start;
        members.Refuse("startTime must be HH:mm");
        return null;
    }

    private static FrozenSet<DayOfWeek> ReadDays(Members members)
    {
        if (!members.Has("days")) return [];
        var names = members.Texts("days");
        if (names.Any(static name => !Days.ContainsKey(name))) members.Refuse("days must be names of weekdays");
        return [.. names.Where(Days.ContainsKey).Select(static name => Days[name])];
    }
}
