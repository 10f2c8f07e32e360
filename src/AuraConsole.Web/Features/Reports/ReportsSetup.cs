using AuraConsole.Web.Features.Reports.Making;

namespace AuraConsole.Web.Features.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportMaker>();
        services.AddSingleton<ReportSites>();
        return services;
    }
}
