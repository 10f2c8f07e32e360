using AuraConsole.Web.Features.Escalations.Rules;
using AuraConsole.Web.Features.Escalations.Sending;
using AuraConsole.Web.Features.Escalations.Watching;
using AuraConsole.Web.Hosting.Faults;

namespace AuraConsole.Web.Features.Escalations;

public static class EscalationSetup
{
    /// <summary>Adds rules, watch and webhook; after the board, the sound and the database.</summary>
    public static IServiceCollection AddEscalations(this IServiceCollection services)
    {
        services.AddValidatedOptions<EscalationOptions, EscalationOptionsValidator>(EscalationOptions.Section);
        services.AddSingleton<EscalationBook>();
        services.AddSingleton<EscalationDesk>();
        services.AddSingleton<RuleDesk>();
        services.AddSingleton<EscalationWriter>();
        services.AddSingleton<EscalationWatch>();
        services.AddSingleton<HookDoorbell>();
        services.AddSingleton<HookSecrets>();
        services.AddSingleton<HookClient>();
        services.AddSingleton<HookDesk>();
        services.AddHostedService<EscalationStartup>();
        services.AddHostedService<EscalationClock>();
        services.AddHostedService<HookSender>();
        return services;
    }
}
