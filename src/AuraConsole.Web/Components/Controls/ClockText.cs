using System.Globalization;

namespace AuraConsole.Web.Components.Controls;

internal static class ClockText
{
    /// <summary>The form in which clocks.js reads an instant.</summary>
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>The same; null, which leaves the attribute out, when there is no instant.</summary>
    public static string? Iso(DateTimeOffset? at) => at is { } known ? Iso(known) : null;
}
