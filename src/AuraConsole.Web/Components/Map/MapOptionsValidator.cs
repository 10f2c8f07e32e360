using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Components.Map;

internal sealed class MapOptionsValidator : IValidateOptions<MapOptions>
{
    private const int LongestUrl = 1000;
    private const int LongestAttribution = 200;

    private static readonly string[] Places = ["{z}", "{x}", "{y}"];

    public ValidateOptionsResult Validate(string? name, MapOptions options)
    {
        var faults = new List<string>();
        if (!string.IsNullOrWhiteSpace(options.TileUrl))
        {
            CheckTiles(options.TileUrl, faults);
            if (string.IsNullOrWhiteSpace(options.Attribution))
                faults.Add("Map:Attribution is missing: whoever's tiles are shown must be named");
        }
        if (options.Attribution?.Length > LongestAttribution)
            faults.Add($"Map:Attribution must not be longer than {LongestAttribution} characters");
        if (options.AttributionUrl is { } url && !(url.IsAbsoluteUri && url.Scheme == Uri.UriSchemeHttps))
            faults.Add("Map:AttributionUrl must be an absolute https address");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static void CheckTiles(string text, List<string> faults)
    {
        if (text.Length > LongestUrl || !Uri.TryCreate(text, UriKind.Absolute, out var url) || !IsSafe(url) || !HasPlainHost(text, url))
            faults.Add("Map:TileUrl must be an absolute https address of one host (http only on this machine), without a user name");
        if (!Array.TrueForAll(Places, place => text.Contains(place, StringComparison.Ordinal)))
            faults.Add("Map:TileUrl must contain {z}, {x} and {y}");
    }

    private static bool IsSafe(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.UserInfo.Length == 0;

    // the host goes into a header: no placeholder, no wildcard, nothing that could end the directive
    private static bool HasPlainHost(string text, Uri url) =>
        text.StartsWith(url.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        && url.Host.Length > 0
        && url.Host.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']');
}
