using AuraConsole.Web.Components.Callouts;

namespace AuraConsole.Web.Features.Callouts;

public static class CalloutsSetup
{
    /// <summary>Adds what the callout's sheet and the raise dialog read with.</summary>
    public static IServiceCollection AddCallouts(this IServiceCollection services) => services.AddSingleton<CalloutReader>();
}
