using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Features.Sites.Importing.FullSync;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using AuraConsole.Web.Hosting.Faults;

namespace AuraConsole.Web.Features.Sites.Importing;

public static class ImportSetup
{
    /// <summary>Adds the import of sites; the sites themselves are added by <see cref="SitesSetup"/>.</summary>
    public static IServiceCollection AddSiteImport(this IServiceCollection services)
    {
        services.AddValidatedOptions<ImportOptions, ImportOptionsValidator>(ImportOptions.Section);
        services.AddImportCallbackLimit();
        services.AddSingleton<ImportFeed>();
        services.AddSingleton<ImportDoorbell>();
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ImportReader>();
        services.AddSingleton<ImportDrafts>();
        services.AddSingleton<ImportLedger>();
        services.AddSingleton<ImportPace>();
        services.AddSingleton<CallbackAddress>();
        services.AddSingleton<ImportCallbacks>();
        services.AddSingleton<Snapshots>();
        services.AddSingleton<ImportRuns>();
        services.AddSingleton<ImportQueries>();
        services.AddSingleton<RestRunner>();
        services.AddSingleton<FullSyncRunner>();
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<ImportWorker>());
        return services;
    }
}
