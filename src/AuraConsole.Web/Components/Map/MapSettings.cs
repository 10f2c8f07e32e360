using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Map;

/// <summary>What map.js needs to know: the tiles, if there are any, and its words.</summary>
internal sealed record MapSettings(
    string? TileUrl, string? Attribution, string? AttributionUrl, bool SendOrigin, IReadOnlyDictionary<string, string> Words)
{
    public static MapSettings Of(MapOptions options) => new(
        string.IsNullOrWhiteSpace(options.TileUrl) ? null : options.TileUrl, options.Attribution, options.AttributionUrl?.AbsoluteUri, options.SendOrigin,
        new Dictionary<string, string>
        {
            ["callouts"] = MapText.ClusterOfCallouts,
            ["sites"] = MapText.ClusterOfSites,
            ["test"] = MapText.Test,
            ["openSite"] = MapText.OpenSite,
            ["moreSites"] = MapText.MoreSites,
            ["zoomIn"] = MapText.ZoomIn,
            ["sitesFail"] = MapText.SitesFail,
            ["zoomInTitle"] = MapText.ZoomInTitle,
            ["zoomOutTitle"] = MapText.ZoomOutTitle,
            ["outline"] = MapText.OutlineCredit,
        });
}
