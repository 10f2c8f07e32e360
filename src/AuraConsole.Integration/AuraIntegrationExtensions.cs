using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Integration;

/// <summary>The one way into this library.</summary>
public static class AuraIntegrationExtensions
{
    /// <summary>Adds AURA's API clients, configured by the section <c>Aura</c> and validated at start.</summary>
    public static IServiceCollection AddAuraIntegration(this IServiceCollection services, IConfiguration configuration) =>
        throw new NotImplementedException();
}
