using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuraConsole.Web.Reconciliation;

public static class ReconciliationSetup
{
    /// <summary>Adds what keeps the board true without webhooks.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
    {
        services.AddSingleton<CalloutReading>();
        services.AddHostedService<ActiveListReader>();
        services.AddHostedService<ActiveCalloutPoller>();
        services.AddHostedService<RequestedReader>();
        services.AddHealthChecks().AddCheck<AuraHealthCheck>("aura", HealthStatus.Degraded);
        return services;
    }
}
