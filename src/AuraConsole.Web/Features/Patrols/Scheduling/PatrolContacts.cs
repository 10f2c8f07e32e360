using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>People on site, as lines of "name, number".</summary>
public static class PatrolContacts
{
    public const int Most = 10;

    private const int LongestPart = 100;

    /// <summary>Null when a line cannot be read or there are too many.</summary>
    public static IReadOnlyList<ScheduleContact>? Read(string? text)
    {
        List<ScheduleContact> contacts = [];
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(',', StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 0 and <= LongestPart } name, { Length: > 0 and <= LongestPart } number] || contacts.Count == Most || !IsNumber(number))
                return null;
            contacts.Add(new ScheduleContact(name, number));
        }
        return contacts;
    }

    private static bool IsNumber(string text) => text.Count(char.IsAsciiDigit) >= 3 && text.All(static c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')');
}
