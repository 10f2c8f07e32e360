using System.Globalization;

namespace AuraConsole.Web.Components.Controls;

/// <summary>Fills a visible text's places.</summary>
internal static class Say
{
    public static string With(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>What there is, with dots between.</summary>
    public static string Joined(params ReadOnlySpan<string?> parts)
    {
        var kept = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
                kept.Add(part);
        }
        return string.Join(" · ", kept);
    }
}
