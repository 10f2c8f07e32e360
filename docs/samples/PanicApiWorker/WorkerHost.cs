using AuraConsole.Integration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>An ordinary worker: configuration, the library, one background service.</summary>
internal static class WorkerHost
{
    /// <summary>Runs until the story is over. 0 when it was told to its end.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter tell)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddAuraIntegration(builder.Configuration);
        builder.Services.AddSingleton(builder.Configuration.GetSection("Sample").Get<SampleOptions>() ?? new SampleOptions());
        builder.Services.AddSingleton(tell).AddSingleton<CustomerStory>().AddSingleton<GuardingStory>().AddSingleton<PortfolioStory>();
        builder.Services.AddSingleton<StoryWorker>().AddHostedService(static services => services.GetRequiredService<StoryWorker>());
        using var host = builder.Build();
        var worker = host.Services.GetRequiredService<StoryWorker>();
        await host.RunAsync();
        return worker.ToldToItsEnd ? 0 : 1;
    }
}
