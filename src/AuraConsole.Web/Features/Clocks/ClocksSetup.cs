namespace AuraConsole.Web.Features.Clocks;

public static class ClocksSetup
{
    /// <summary>Adds the presets' page and start; the clocks themselves come with the live board.</summary>
    public static IServiceCollection AddClocks(this IServiceCollection services)
    {
        services.AddSingleton<ClockCommands>();
        services.AddHostedService<ClockStartup>();
        return services;
    }
}
