using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Features.History.Views;

namespace AuraConsole.Web.Features.History;

public static class HistorySetup
{
    public static IServiceCollection AddHistory(this IServiceCollection services)
    {
        services.AddSingleton<HistoryQueries>();
        services.AddSingleton<HistoryRecords>();
        services.AddSingleton<HistoryViews>();
        return services;
    }
}
