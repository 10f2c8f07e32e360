using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Access.Sessions;

/// <summary>A browser's long name for itself, in two words. What is not recognised stays unnamed rather than guessed.</summary>
internal static class DeviceText
{
    private const string Unknown = "Unknown browser";

    // in this order: most browsers also call themselves by the names of older ones
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("HeadlessChrome/", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var text = userAgent ?? "";
        var browser = Array.Find(Browsers, one => text.Contains(one.Mark, StringComparison.Ordinal));
        var system = Array.Find(Systems, one => text.Contains(one.Mark, StringComparison.Ordinal));
        var named = browser.Name is null ? Unknown : browser.Name + VersionAfter(text, browser.Mark);
        var all = system.Name is null ? named : $"{named}, {system.Name}";
        return Data.Text.Cut(all, SignInSession.DeviceLength)!;
    }

    private static string VersionAfter(string text, string mark)
    {
        var digits = new string([.. text[(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..].TakeWhile(char.IsAsciiDigit)]);
        return digits.Length is > 0 and <= 4 ? " " + digits : "";
    }
}
