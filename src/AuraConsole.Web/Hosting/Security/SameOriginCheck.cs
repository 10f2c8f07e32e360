namespace AuraConsole.Web.Hosting.Security;

/// <summary>
/// Browsers let any page open a WebSocket to any host and send that host's cookies along. So circuits and hubs answer only a page of
/// this very host.
/// </summary>
internal static class SameOriginCheck
{
    private static readonly PathString Circuit = "/_blazor";
    private static readonly PathString Hubs = "/hubs";

    public static void UseSameOriginCheck(this WebApplication app) => app.Use(static (context, next) =>
    {
        if (IsAllowed(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    internal static bool IsAllowed(HttpRequest request)
    {
        var isCircuit = request.Path.StartsWithSegments(Circuit, StringComparison.OrdinalIgnoreCase);
        if (!isCircuit && !request.Path.StartsWithSegments(Hubs, StringComparison.OrdinalIgnoreCase))
            return true;
        var origin = request.Headers.Origin;
        // every browser names the origin of a WebSocket; a wallboard's own client on /hubs may not be a browser
        if (origin.Count == 0)
            return !(isCircuit && IsWebSocket(request));
        return origin.Count == 1 && IsSameHost(origin[0], request);
    }

    // HTTP/1.1 upgrades; HTTP/2 connects with a protocol of its own
    private static bool IsWebSocket(HttpRequest request) =>
        request.HttpContext.WebSockets.IsWebSocketRequest
        || request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase)
        || HttpMethods.IsConnect(request.Method);

    // the scheme is left out on purpose: behind a proxy that ends TLS and does not say so, ours would be http
    internal static bool IsSameHost(string? origin, HttpRequest request)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return false;
        var port = request.Host.Port ?? (request.IsHttps || uri.Scheme == Uri.UriSchemeHttps ? 443 : 80);
        return uri.Port == port && string.Equals(uri.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase);
    }
}
