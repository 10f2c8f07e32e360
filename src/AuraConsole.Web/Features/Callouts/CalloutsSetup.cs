using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Components.Callouts.Timeline;
using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.SiteCare;

namespace AuraConsole.Web.Features.Callouts;

public static class CalloutsSetup
{
    /// <summary>Adds what the callout's sheet and the raise dialog work with, and what keeps unsent text. After outbound and reconciliation.</summary>
    public static IServiceCollection AddCallouts(this IServiceCollection services)
    {
        services.AddSingleton<CalloutReader>();
        services.AddScoped<TimelineChoice>();
        services.AddSingleton<DraftStore>();
        services.AddHostedService<DraftPurge>();
        services.AddSiteCare();
        return services.AddCalloutWork();
    }
}
