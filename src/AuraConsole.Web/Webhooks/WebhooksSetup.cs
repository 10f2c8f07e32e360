namespace AuraConsole.Web.Webhooks;

public static class WebhooksSetup
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<InboxDoorbell>();
        services.AddSingleton<ReadRequests>();
        services.AddSingleton<MessageRequests>();
        services.AddSingleton<CustomerReadRequests>();
        services.AddSingleton<DeliveryLedger>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryLedger>());
        services.AddSingleton<InboxWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxWriter>());
        services.AddHostedService<InboxProcessor>();
        return services;
    }
}
