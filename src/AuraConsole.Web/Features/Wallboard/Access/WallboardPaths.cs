namespace AuraConsole.Web.Features.Wallboard.Access;

internal static class WallboardPaths
{
    public const string Page = "/wallboard";

    /// <summary>Where a link with a token leads. The token stands after a #, which browsers send to nobody: no log can hold it.</summary>
    public const string Open = "/wallboard/open";

    /// <summary>Where that page hands the token in.</summary>
    public const string Token = "/wallboard/token";

    public const string Ended = "/wallboard/ended";

    public static string Link(string baseUri, string token) => $"{baseUri.TrimEnd('/')}{Open}#{token}";
}
