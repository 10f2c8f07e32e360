using AuraConsole.Web.Components.Map;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AuraConsole.Web.Hosting.Security;

internal static class SecurityHeaders
{
    // 'unsafe-inline' for styles only: Radzen writes style attributes for widths and positions, and those have no nonce
    internal const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
        "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    private const string Pictures = "img-src 'self' data:";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var policy = PolicyWith(app.Services.GetRequiredService<IOptions<MapOptions>>().Value.TileOrigin);
        app.Use((context, next) =>
        {
            // set when the answer starts: the error page clears the headers of the failed attempt
            context.Response.OnStarting(() =>
            {
                Write(context.Response, policy);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>Pictures may also come from the one host of the map's tiles, if there is one.</summary>
    internal static string PolicyWith(string? tileOrigin) =>
        tileOrigin is null ? ContentSecurityPolicy : ContentSecurityPolicy.Replace(Pictures, $"{Pictures} {tileOrigin}", StringComparison.Ordinal);

    private static void Write(HttpResponse response, string policy)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(self), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // after signing out, Back must not bring a page of the console from the browser's store
        if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            headers[HeaderNames.CacheControl] = "no-store";
    }
}
