using System.Text.RegularExpressions;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>What a browser has kept about its sound, as it tells; nothing of it is trusted before <see cref="Checked"/>.</summary>
public sealed partial record AlarmBrowser(string? Browser, int Volume, string? Notify)
{
    public static readonly AlarmBrowser Unknown = new("", AlarmConsole.StandardVolume, nameof(NotifyMode.Off));

    public AlarmBrowser Checked() => new(
        Browser is not null && BrowserId().IsMatch(Browser) ? Browser : "",
        Math.Clamp(Volume, 0, 100),
        Enum.TryParse<NotifyMode>(Notify, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode.ToString() : nameof(NotifyMode.Off));

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex BrowserId();
}

/// <summary>What a desktop notification says.</summary>
public enum NotifyMode
{
    Off,

    /// <summary>How urgent, and at which site.</summary>
    Site,

    /// <summary>How urgent, and nothing else: a screen that others can see.</summary>
    Plain,
}
