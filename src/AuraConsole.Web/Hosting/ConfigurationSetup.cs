using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace AuraConsole.Web.Hosting;

internal static class ConfigurationSetup
{
    /// <summary>
    /// The local defaults lie at the top of the repository, not in the project folder that is the content root in Development; the build
    /// copies them beside the program. They take the place of a content root's own file: after appsettings.json, before user secrets,
    /// environment and command line.
    /// </summary>
    public static void AddDevelopmentDefaults(this WebApplicationBuilder builder)
    {
        const string file = "appsettings.Development.json";
        if (!builder.Environment.IsDevelopment()
            || File.Exists(Path.Combine(builder.Environment.ContentRootPath, file))
            || !File.Exists(Path.Combine(AppContext.BaseDirectory, file)))
            return;

        var sources = builder.Configuration.Sources;
        var own = sources.ToList().FindLastIndex(source => source is JsonConfigurationSource { Path: "appsettings.Development.json" });
        var at = own >= 0 ? own + 1 : sources.Count;
        sources.Insert(at, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = file,
            Optional = true,
        });
    }
}
