using AuraConsole.Web.Components.Palette;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Features.Customers.Reading;
using AuraConsole.Web.Features.Customers.Showing;
using AuraConsole.Web.Hosting.Faults;

namespace AuraConsole.Web.Features.Customers;

public static class CustomersSetup
{
    /// <summary>Adds all that customers need; AURA's client, the database, the inbox and the live board are added elsewhere.</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddValidatedOptions<CustomersOptions, CustomersOptionsValidator>(CustomersOptions.Section);
        services.AddSingleton<CustomerTurns>();
        services.AddSingleton<CustomerRows>();
        services.AddSingleton<CustomerReading>();
        services.AddSingleton<CustomerCommands>();
        services.AddSingleton<SubscriptionCommands>();
        services.AddSingleton<CustomerErasure>();
        services.AddSingleton<SubscriptionTypes>();
        services.AddSingleton<CustomerQueries>();
        services.AddSingleton<IPaletteSource, CustomerSource>();
        services.AddHostedService<CustomerReader>();
        return services;
    }
}
