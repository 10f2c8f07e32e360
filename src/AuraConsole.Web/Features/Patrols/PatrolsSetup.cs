using AuraConsole.Web.Features.Patrols.Importing;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Features.Patrols.Showing;
using AuraConsole.Web.Features.Patrols.Watching;
using AuraConsole.Web.Hosting.Faults;

namespace AuraConsole.Web.Features.Patrols;

public static class PatrolsSetup
{
    /// <summary>Adds all that patrols need; AURA's client, the database, the audit and the scopes are added elsewhere.</summary>
    public static IServiceCollection AddPatrols(this IServiceCollection services)
    {
        services.AddValidatedOptions<PatrolsOptions, PatrolsOptionsValidator>(PatrolsOptions.Section);
        services.AddSingleton<PatrolNews>();
        services.AddSingleton<PatrolJournal>();
        services.AddSingleton<PatrolRuns>();
        services.AddSingleton<PatrolSender>();
        services.AddSingleton<PatrolLayout>();
        services.AddSingleton<PatrolCommands>();
        services.AddSingleton<PatrolMoves>();
        services.AddSingleton<PatrolAlerts>();
        services.AddSingleton<PatrolWatch>();
        services.AddSingleton<VisitMarks>();
        services.AddSingleton<PatrolQueries>();
        services.AddSingleton<PatrolCalendar>();
        services.AddSingleton<PatrolFile>();
        services.AddHostedService<PatrolTakeOver>();
        services.AddHostedService<PatrolClock>();
        return services;
    }
}
