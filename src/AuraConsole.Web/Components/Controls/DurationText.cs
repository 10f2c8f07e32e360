using System.Globalization;

namespace AuraConsole.Web.Components.Controls;

/// <summary>A length of time that is over, in the form of the page's running clocks.</summary>
public static class DurationText
{
    public static string Of(TimeSpan length)
    {
        var whole = length < TimeSpan.Zero ? TimeSpan.Zero : length;
        return whole.TotalHours < 1
            ? whole.ToString(@"mm\:ss", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(int)whole.TotalHours}:{whole:mm\\:ss}");
    }
}
