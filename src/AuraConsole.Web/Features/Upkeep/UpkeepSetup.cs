using AuraConsole.Web.Features.Upkeep.Backup;
using AuraConsole.Web.Features.Upkeep.Retention;
using AuraConsole.Web.Hosting.Faults;

namespace AuraConsole.Web.Features.Upkeep;

public static class UpkeepSetup
{
    /// <summary>Adds retention and backups, and their jobs.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.AddValidatedOptions<RetentionOptions, RetentionOptionsValidator>(RetentionOptions.Section);
        services.AddValidatedOptions<BackupOptions, BackupOptionsValidator>(BackupOptions.Section);
        services.AddSingleton<RetentionRun>();
        services.AddSingleton<Backups>();
        services.AddHostedService<RetentionJob>();
        services.AddHostedService<BackupJob>();
        return services;
    }
}
