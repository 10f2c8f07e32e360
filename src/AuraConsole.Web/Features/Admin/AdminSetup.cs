using AuraConsole.Web.Features.Admin.Commands;
using AuraConsole.Web.Features.Admin.Deliveries;

namespace AuraConsole.Web.Features.Admin;

public static class AdminSetup
{
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<WebhookSlot>();
        services.AddSingleton<DeliveryReader>();
        services.AddSingleton<DeliveryReplay>();
        services.AddSingleton<CommandReader>();
        return services;
    }
}
