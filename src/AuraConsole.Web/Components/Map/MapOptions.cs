namespace AuraConsole.Web.Components.Map;

/// <summary>Where map tiles come from (section <c>Map</c>). Without an address none are asked for, and the outline map is all there is.</summary>
public sealed class MapOptions
{
    public const string Section = "Map";

    /// <summary>With <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; on one host, which is then the only foreign one that pages may load pictures from.</summary>
    public string? TileUrl { get; set; }

    /// <summary>Whose map it is; shown on it as plain text.</summary>
    public string? Attribution { get; set; }

    /// <summary>Where the attribution leads.</summary>
    public Uri? AttributionUrl { get; set; }

    /// <summary>Tells the tiles' host the console's origin, which some ask for; without it no request says where it comes from.</summary>
    public bool SendOrigin { get; set; }

    /// <summary>The host for the pages' policy; null without tiles.</summary>
    public string? TileOrigin => string.IsNullOrWhiteSpace(TileUrl) ? null : new Uri(TileUrl).GetLeftPart(UriPartial.Authority);
}
