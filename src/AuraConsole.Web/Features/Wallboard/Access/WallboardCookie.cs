namespace AuraConsole.Web.Features.Wallboard.Access;

/// <summary>
/// The token in the browser of a screen. A cookie has one path, so there are two: one for the page, one for the hub. Nothing else of the
/// console ever sees them.
/// </summary>
internal static class WallboardCookie
{
    /// <summary>Renewed whenever the page is opened; a screen that was dark for longer needs its link again.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private static readonly PathString[] Paths = [WallboardPaths.Page, Live.BoardHub.Path];

    public static bool Reaches(PathString path) => Array.Exists(Paths, own => path.StartsWithSegments(own, StringComparison.OrdinalIgnoreCase));

    public static string? Read(HttpRequest request) => request.Cookies[Name(request.HttpContext)];

    public static void Write(HttpContext context, string token)
    {
        foreach (var path in Paths)
            context.Response.Cookies.Append(Name(context), token, Options(context, path, Life));
    }

    public static void Delete(HttpContext context)
    {
        foreach (var path in Paths)
            context.Response.Cookies.Delete(Name(context), Options(context, path, life: null));
    }

    private static CookieOptions Options(HttpContext context, PathString path, TimeSpan? life) => new()
    {
        Path = path,
        MaxAge = life,
        HttpOnly = true,
        Secure = !IsDevelopment(context) || context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
    };

    // __Host- would ask for the path /, which is the very thing this cookie must not have
    private static string Name(HttpContext context) => IsDevelopment(context) ? "auraconsole-wallboard" : "__Secure-auraconsole-wallboard";

    private static bool IsDevelopment(HttpContext context) => context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();
}
