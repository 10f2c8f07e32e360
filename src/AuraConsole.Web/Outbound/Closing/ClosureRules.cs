using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound.Closing;

/// <summary>When AURA is asked again for what it has not made yet, and what is kept of its answer. Pure.</summary>
internal static class ClosureRules
{
    /// <summary>With the growing pause this is most of a day.</summary>
    public const int MostAttempts = 24;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly string[] Pictures = ["iVBORw0KGgo", "/9j/"];

    /// <summary>Null: it is given up.</summary>
    public static TimeSpan? PauseAfter(int attempts) => attempts >= MostAttempts
        ? null
        : attempts >= 12 ? LongestPause : TimeSpan.FromSeconds(1 << attempts);

    public static void Keep(Closure closure, CalloutReport report, DateTimeOffset at)
    {
        closure.ReportAt = at;
        closure.Outcome = Text.Cut(report.Outcome, Callout.TextLength);
        closure.Summary = Text.Cut(report.Summary, Closure.SummaryLength);
        closure.Responders = CalloutFacts.Responders(report.Dispatches);
        closure.ResponseSeconds = (int?)report.ResponseTime?.TotalSeconds;
        closure.ResolutionSeconds = (int?)report.ResolutionTime?.TotalSeconds;
        var raw = report.Raw.ValueKind == System.Text.Json.JsonValueKind.Undefined ? null : report.Raw.GetRawText();
        closure.Report = raw?.Length <= Closure.MostReport ? raw : null;
    }

    public static void Keep(Closure closure, CalloutMap map, DateTimeOffset at)
    {
        closure.MapAt = at;
        closure.MapUrl = CalloutFacts.SafeLink(map.Url);
        closure.MapImage = Picture(map.Image);
    }

    /// <summary>AURA does not publish how its <c>image</c> is written (get-callout-map): only what is plainly a picture is shown.</summary>
    public static string? Picture(string? image)
    {
        if (string.IsNullOrWhiteSpace(image) || image.Length > Closure.MostImage - 40)
            return null;
        var comma = image.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ? image.IndexOf(',', StringComparison.Ordinal) : -1;
        var code = image[(comma + 1)..].Trim();
        var which = Array.FindIndex(Pictures, start => code.StartsWith(start, StringComparison.Ordinal));
        if (which < 0 || !Convert.TryFromBase64String(code, new byte[code.Length], out _))
            return null;
        return $"data:image/{(which == 0 ? "png" : "jpeg")};base64,{code}";
    }
}
