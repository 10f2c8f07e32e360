using Microsoft.AspNetCore.Diagnostics;

namespace AuraConsole.Web.Hosting;

internal static class ErrorSetup
{
    /// <summary>A year, the least that OWASP ASVS 3.4.1 asks for.</summary>
    private static readonly TimeSpan HttpsOnlyFor = TimeSpan.FromDays(365);

    public static void AddConsoleErrors(this IServiceCollection services) =>
        services.AddHsts(static hsts => hsts.MaxAge = HttpsOnlyFor);

    /// <summary>Outside Development a failed request shows a plain page, and browsers are told to come back by HTTPS only.</summary>
    public static void UseConsoleErrors(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseHsts();
    }

    /// <summary>A person who follows a dead link gets the console's own page; a program gets the bare 404.</summary>
    public static void UseConsoleNotFound(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        // switched off here: inside UseWhen the repeated request is not routed anew
        app.Use(static (context, next) =>
        {
            if (!IsPageRequest(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
    }

    internal static bool IsPageRequest(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
