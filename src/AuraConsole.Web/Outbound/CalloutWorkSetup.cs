using AuraConsole.Web.Outbound.Closing;
using AuraConsole.Web.Outbound.Messages;
using AuraConsole.Web.Outbound.Reasons;

namespace AuraConsole.Web.Outbound;

public static class CalloutWorkSetup
{
    /// <summary>Adds messages, reasons of a cancel, and what comes after closure.</summary>
    public static IServiceCollection AddCalloutWork(this IServiceCollection services)
    {
        services.AddSingleton<CalloutMessages>();
        services.AddSingleton<MessageReading>();
        services.AddHostedService<MessageReader>();
        services.AddSingleton<CancelReasons>();
        services.AddSingleton<ReasonDoorbell>();
        services.AddHostedService<ReasonAttacher>();
        services.AddSingleton<ClosureDoorbell>();
        services.AddSingleton<ClosureReading>();
        services.AddSingleton<ClosureAgain>();
        services.AddSingleton<RatingDesk>();
        services.AddHostedService<ClosureReader>();
        return services;
    }
}
