using System.Globalization;
using System.Text.Json;

namespace AuraConsole.Simulator.Api;

/// <summary>
/// Reads <c>repeatsConfig</c>. AURA's inner names are unknown; taken are the text <c>single</c>, or an object with <c>type</c> (single,
/// daily, weekly, monthly), <c>startTime</c> (HH:mm), <c>windowPeriod</c> (minutes), <c>days</c> (names, weekly only) and <c>until</c> (a date, the last one).
/// </summary>
internal static class RepeatsBody
{
    private const int MinutesLimit = 7 * 24 * 60;

    private static readonly Dictionary<string, RepeatKind> Kinds = Enum.GetValues<RepeatKind>()
        .ToDictionary(static kind => kind.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, DayOfWeek> Days = Enum.GetValues<DayOfWeek>()
        .SelectMany(static day => new[] { (day.ToString(), day), (day.ToString()[..3], day) })
        .ToDictionary(static pair => pair.Item1, static pair => pair.day, StringComparer.OrdinalIgnoreCase);

    public static Repeats Read(Members config)
    {
        var none = new Repeats(RepeatKind.Single, null, new HashSet<DayOfWeek>(), Until: null);
        if (config.Root.TryGetProperty("repeatsConfig", out var text) && text.ValueKind == JsonValueKind.String)
        {
            if (!text.ValueEquals("single")) config.Refuse("repeatsConfig must be single or an object");
            return none;
        }

        if (config.Object("repeatsConfig", required: true) is not { } members) return none;
        var kind = Kind(members);
        var start = Start(members, required: kind != RepeatKind.Single);
        if (members.Integer("windowPeriod") is < 1 or > MinutesLimit) members.Refuse("windowPeriod must be from 1 minute to a week");
        return new Repeats(kind, start, ReadDays(members), members.Time("until"));
    }

    private static RepeatKind Kind(Members members)
    {
        if (members.Text("type", required: true) is not { } name) return RepeatKind.Single;
        if (Kinds.TryGetValue(name, out var kind)) return kind;
        members.Refuse("type must be single, daily, weekly or monthly");
        return RepeatKind.Single;
    }

    private static TimeOnly? Start(Members members, bool required)
    {
        if (members.Text("startTime", required) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)) return start;
        members.Refuse("startTime must be HH:mm");
        return null;
    }

    private static HashSet<DayOfWeek> ReadDays(Members members)
    {
        var days = new HashSet<DayOfWeek>();
        if (!members.Has("days")) return days;
        foreach (var name in members.Texts("days"))
        {
            if (Days.TryGetValue(name, out var day)) days.Add(day);
            else members.Refuse("days must be names of days");
        }

        return days;
    }
}
