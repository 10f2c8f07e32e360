using Microsoft.Net.Http.Headers;

namespace AuraConsole.Web.Hosting.Security;

internal static class SecurityHeaders
{
    // 'unsafe-inline' for styles only: Radzen writes style attributes for widths and positions, and those have no nonce
    internal const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
        "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use(static (context, next) =>
    {
        // set when the answer starts: the error page clears the headers of the failed attempt
        context.Response.OnStarting(static state =>
        {
            Write(((HttpContext)state).Response);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // after signing out, Back must not bring a page of the console from the browser's store
        if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            headers[HeaderNames.CacheControl] = "no-store";
    }
}
