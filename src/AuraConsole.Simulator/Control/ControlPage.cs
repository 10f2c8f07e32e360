using System.Text;
using System.Text.Encodings.Web;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Control;

/// <summary>The control page and the tracking page; their files are embedded in the assembly.</summary>
internal static class ControlPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Index = Read("index.html");
    private static readonly string Script = Read("simulator.js");
    private static readonly string Style = Read("simulator.css");
    private static readonly string Track = Read("track.html");

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(LocalOnly.Path, static (HttpContext context) => File(context, Index, "text/html"));
        routes.MapGet(LocalOnly.Path + "/simulator.js", static (HttpContext context) => File(context, Script, "text/javascript"));

        // outside /simulator: the tracking page needs it, and that one is for anybody who was given the link
        routes.MapGet("/track/simulator.css", static (HttpContext context) => File(context, Style, "text/css"));
        routes.MapGet("/track/{id:long}", ShowTrack);
        routes.MapGet("/track/{id:long}/map.svg", ShowMap);
        routes.MapGet("/", static () => Results.Redirect(LocalOnly.Path));
    }

    private static IResult ShowTrack(long id, HttpContext context, SimulatorState state)
    {
        if (state.SourceOfCallout(id)?.Callout(id) is not { } callout) return Results.NotFound();
        var responder = callout.Responder is { } sent ? $"{sent.Name}, {sent.Supplier}" : "not yet known";
        var html = new StringBuilder(Track)
            .Replace("{id}", Encode(FormattableString.Invariant($"{callout.Id}")))
            .Replace("{status}", Encode(callout.Status))
            .Replace("{site}", Encode(callout.Site?.Name ?? callout.Site?.Reference ?? "The customer's position"))
            .Replace("{responder}", Encode(responder));
        return File(context, html.ToString(), "text/html");
    }

    private static IResult ShowMap(long id, HttpContext context, SimulatorState state)
    {
        if (state.SourceOfCallout(id)?.Callout(id) is not { IsActive: false } callout) return Results.NotFound();
        var where = Encode($"{callout.Latitude} {callout.Longitude}");
        var svg = $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" role="img" aria-label="Map of callout {callout.Id}, simulated">
              <rect width="400" height="240" fill="#dfe7ec"/><path d="M0 150 L400 90 M140 0 L210 240" stroke="#fff" stroke-width="14"/>
              <circle cx="176" cy="122" r="9" fill="#b3261e"/>
              <text x="12" y="226" font-family="sans-serif" font-size="13">{where}, simulated</text>
            </svg>
            """;
        return File(context, svg, "image/svg+xml");
    }

    private static IResult File(HttpContext context, string content, string type)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        return Results.Text(content, type, Encoding.UTF8);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static string Read(string name)
    {
        using var stream = typeof(ControlPage).Assembly.GetManifestResourceStream("Page/" + name)
            ?? throw new InvalidOperationException($"The page file {name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
