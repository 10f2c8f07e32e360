using AuraConsole.Web.Data;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Drift;
using AuraConsole.Web.Features.Sites.Groups;
using AuraConsole.Web.Features.Sites.History;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Features.Sites.Showing;
using AuraConsole.Web.Hosting.Faults;

namespace AuraConsole.Web.Features.Sites;

public static class SitesSetup
{
    /// <summary>Adds all that sites need; AURA's client, the database and the live board are added elsewhere.</summary>
    public static IServiceCollection AddSites(this IServiceCollection services)
    {
        services.AddValidatedOptions<SitesOptions, SitesOptionsValidator>(SitesOptions.Section);
        services.AddSingleton<SiteSearch>();
        services.AddSingleton<SiteFeed>();
        services.AddSingleton<SiteTable>();
        services.AddSingleton<SiteDirectory>();
        services.AddSingleton<SiteLook>();
        services.AddSingleton<SiteRows>();
        services.AddSingleton<SiteGroups>();
        services.AddSingleton<GroupDesk>();
        services.AddSingleton<UserScopes>();
        services.AddSingleton<DriftChecks>();
        services.AddSingleton<DriftDesk>();
        services.AddHostedService<DriftJob>();
        services.AddSingleton<SiteTurns>();
        services.AddSingleton<SiteCommands>();
        services.AddSingleton<SiteTypes>();
        services.AddSingleton<SiteQueries>();
        services.AddSingleton<SiteHistory>();
        services.AddHostedService<FirstReading>();
        return services;
    }
}
