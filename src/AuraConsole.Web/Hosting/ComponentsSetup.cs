using AuraConsole.Web.Components;
using Radzen;

namespace AuraConsole.Web.Hosting;

internal static class ComponentsSetup
{
    public static void AddConsoleComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(static circuit =>
        {
            // a room full of consoles behind one proxy may lose its connections all at once, and all come back
            circuit.DisconnectedCircuitMaxRetained = 1000;
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        }).AddHubOptions(static hub =>
        {
            // boot.js expects a sign of life within 15 s: a pulled cable must not look like a quiet night
            hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddHttpContextAccessor();
    }

    // The sign-in page needs its style and script before anybody is signed in; nothing among the assets is secret.
    public static void MapConsoleAssets(this WebApplication app) => app.MapStaticAssets().AllowAnonymous();

    public static void MapConsoleComponents(this WebApplication app) =>
        app.MapRazorComponents<App>()
            // our own policy (SecurityHeaders) already forbids all framing
            .AddInteractiveServerRenderMode(static options => options.ContentSecurityFrameAncestorsPolicy = null);
}
