using AuraConsole.Web.Live;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuraConsole.Web.Reconciliation;

/// <summary>AURA out of reach makes the console degraded, not unready: the board still shows what is known.</summary>
public sealed class AuraHealthCheck(UpstreamStatus upstream) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = upstream.Now;
        return Task.FromResult(now.Reach is AuraReach.Unreachable or AuraReach.Refused
            ? HealthCheckResult.Degraded($"AURA: {now.Reach}")
            : HealthCheckResult.Healthy($"AURA: {now.Reach}"));
    }
}
