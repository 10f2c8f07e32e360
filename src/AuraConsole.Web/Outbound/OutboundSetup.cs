using AuraConsole.Web.Data;
using AuraConsole.Web.Hosting.Faults;
using AuraConsole.Web.Outbound.Customers;
using AuraConsole.Web.Outbound.Positions;
using AuraConsole.Web.Outbound.Sending;
using AuraConsole.Web.Outbound.Settling;

namespace AuraConsole.Web.Outbound;

public static class OutboundSetup
{
    /// <summary>
    /// Adds what raises and cancels callouts. After the database: commands that an earlier process left open are taken over at start,
    /// before the first request can make a new one.
    /// </summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.AddValidatedOptions<OutboundOptions, OutboundOptionsValidator>(OutboundOptions.Section);
        services.AddValidatedOptions<CalloutChoices, CalloutChoicesValidator>(CalloutChoices.Section);
        services.AddSingleton<CommandBoard>();
        services.AddSingleton<CommandJournal>();
        services.AddSingleton<CommandRuns>();
        services.AddSingleton<CommandGates>();
        services.AddSingleton<CommandSender>();
        services.AddSingleton<CalloutCommands>();
        services.AddSingleton<CustomerRaises>();
        services.AddSingleton<CustomerChoices>();
        services.AddSingleton<CustomerCover>();
        services.AddSingleton<CustomerSearch>();
        services.AddSingleton<PositionDesk>();
        services.AddSingleton<SettleDoorbell>();
        services.AddSingleton<CommandTakeOver>();
        services.AddSingleton<ActiveLooks>();
        services.AddSingleton<RaiseSettling>();
        services.AddSingleton<CancelSettling>();
        services.AddHostedService<CommandSettler>();
        return services;
    }
}
