namespace AuraConsole.Integration;

/// <summary>
/// Paths that AURA's pages name only in part or not at all (section <c>Aura:Paths</c>). The defaults are our choice, made from the
/// neighbouring paths; each keeps its placeholders, so that AURA's answer to the open question is one line of configuration.
/// </summary>
public sealed class AuraPaths
{
    internal static readonly IReadOnlyList<AuraPathKey> Keys =
    [
        new(nameof(ResponseTypes), static p => p.ResponseTypes, static (p, text) => p.ResponseTypes = text),
        new(
            nameof(CustomerActiveCallouts),
            static p => p.CustomerActiveCallouts,
            static (p, text) => p.CustomerActiveCallouts = text,
            "{customerId}"),
        new(nameof(ResolutionReport), static p => p.ResolutionReport, static (p, text) => p.ResolutionReport = text, "{calloutId}"),
        new(nameof(RatingItems), static p => p.RatingItems, static (p, text) => p.RatingItems = text),
        new(nameof(Dismiss), static p => p.Dismiss, static (p, text) => p.Dismiss = text, "{calloutId}"),
        new(nameof(UpdateAndReturn), static p => p.UpdateAndReturn, static (p, text) => p.UpdateAndReturn = text, "{calloutId}"),
        new(nameof(CsvUpload), static p => p.CsvUpload, static (p, text) => p.CsvUpload = text),
        new(nameof(CsvDownload), static p => p.CsvDownload, static (p, text) => p.CsvDownload = text),
        new(nameof(CustomerUpdate), static p => p.CustomerUpdate, static (p, text) => p.CustomerUpdate = text, "{customerId}"),
        new(nameof(SubscriptionRenew), static p => p.SubscriptionRenew, static (p, text) => p.SubscriptionRenew = text, "{id}"),
    ];

    /// <summary>GET: list of response types. The page names no path.</summary>
    public string ResponseTypes { get; set; } = "/panic-api/v2/responseTypes";

    /// <summary>GET: active callouts of a customer. The page was not seen.</summary>
    public string CustomerActiveCallouts { get; set; } = "/panic-api/v2/customers/{customerId}/callouts/activeCallouts";

    /// <summary>GET: resolution report of a callout. The page was not seen.</summary>
    public string ResolutionReport { get; set; } = "/panic-api/v2/callouts/{calloutId}/report";

    /// <summary>GET: list of rating items. The page was not seen.</summary>
    public string RatingItems { get; set; } = "/panic-api/v2/rating-items";

    /// <summary>POST: dismiss a callout. The path is a v1 client's.</summary>
    public string Dismiss { get; set; } = "/panic-api/v2/callouts/{calloutId}/dismiss";

    /// <summary>POST: update the location and return the callout. The page names the operation, not the path.</summary>
    public string UpdateAndReturn { get; set; } = "/panic-api/v2/callouts/{calloutId}/updateLocationAndReturnCallout";

    /// <summary>POST, multipart: CSV of all sites. Documented; beside the API's prefix, not under it.</summary>
    public string CsvUpload { get; set; } = "/v1/predefinedlocations/upload";

    /// <summary>GET: CSV of all sites. Documented.</summary>
    public string CsvDownload { get; set; } = "/v1/predefinedlocations/download";

    /// <summary>PUT: update a customer. The page names the verb only.</summary>
    public string CustomerUpdate { get; set; } = "/panic-api/v2/customers/{customerId}";

    /// <summary>PUT: renew a subscription. The page names the verb only.</summary>
    public string SubscriptionRenew { get; set; } = "/panic-api/v2/subscriptions/{id}";
}

/// <summary>One path of <see cref="AuraPaths"/> and what it has to hold.</summary>
internal sealed record AuraPathKey(string Name, Func<AuraPaths, string> Get, Action<AuraPaths, string> Set, params string[] Placeholders)
{
    private const int Longest = 200;

    /// <summary>Null when the path can be used as it stands.</summary>
    public string? FaultOf(AuraPaths paths)
    {
        var path = Get(paths);
        var rest = path;
        foreach (var placeholder in Placeholders)
        {
            if (rest.IndexOf(placeholder, StringComparison.Ordinal) is var at && at < 0)
                return $"{Key} has to contain {placeholder}.";
            rest = rest.Remove(at, placeholder.Length);
        }

        var isPath = path.Length is > 1 and <= Longest && path[0] == '/' && path[1] != '/';
        var isPlain = rest.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.')
            && !rest.Contains("..", StringComparison.Ordinal);
        return isPath && isPlain ? null : $"{Key} has to be a path such as {Get(new AuraPaths())}.";
    }

    private string Key => $"{AuraOptions.Section}:{nameof(AuraOptions.Paths)}:{Name}";
}
