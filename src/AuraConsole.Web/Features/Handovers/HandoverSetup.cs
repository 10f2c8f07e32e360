using AuraConsole.Web.Features.Handovers.Finding;
using AuraConsole.Web.Features.Handovers.Signing;
using AuraConsole.Web.Hosting.Faults;

namespace AuraConsole.Web.Features.Handovers;

public static class HandoverSetup
{
    public static IServiceCollection AddHandovers(this IServiceCollection services)
    {
        services.AddValidatedOptions<HandoverOptions, HandoverOptionsValidator>(HandoverOptions.Section);
        services.AddSingleton<HandoverNews>();
        services.AddSingleton<HandoverFinder>();
        services.AddSingleton<HandoverWriter>();
        services.AddSingleton<OutgoingDesk>();
        services.AddSingleton<IncomingDesk>();
        services.AddSingleton<HandoverQueries>();
        return services;
    }
}
