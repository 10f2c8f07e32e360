using AuraConsole.Web.Components.Shell;

namespace AuraConsole.Web.Components.Palette;

public static class PaletteSetup
{
    /// <summary>Adds the palette with the sources every console has, and the dialogs around it.</summary>
    public static IServiceCollection AddPalette(this IServiceCollection services)
    {
        services.AddScoped<ShellState>();
        services.AddSingleton<IPaletteSource, ActionSource>();
        services.AddSingleton<IPaletteSource, CalloutSource>();
        services.AddSingleton<IPaletteSource, SiteSource>();
        services.AddSingleton<IPaletteSource, PageSource>();
        services.AddSingleton<PaletteSearch>();
        return services;
    }
}
