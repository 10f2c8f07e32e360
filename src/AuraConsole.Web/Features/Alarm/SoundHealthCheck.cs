using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>Without a console that has sound the room is deaf, and the console is degraded, not unready.</summary>
public sealed class SoundHealthCheck(ArmedConsoles consoles) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(consoles.IsNoneArmed
            ? HealthCheckResult.Degraded("no console with sound is connected")
            : HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"consoles with sound: {consoles.ArmedCount}")));
}
