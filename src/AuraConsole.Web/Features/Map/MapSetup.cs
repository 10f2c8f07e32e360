using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Hosting.Faults;

namespace AuraConsole.Web.Features.Map;

public static class MapSetup
{
    /// <summary>Adds the map's options and what it reads with.</summary>
    public static IServiceCollection AddMap(this IServiceCollection services)
    {
        services.AddValidatedOptions<MapOptions, MapOptionsValidator>(MapOptions.Section);
        services.AddSingleton<MapSites>();
        services.AddSingleton<CalloutPlaces>();
        return services;
    }
}
