using AuraConsole.Integration;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>What the README of the library shows, word for word; a test compares them.</summary>
internal static class TenLines
{
    public static async Task RunAsync(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddAuraIntegration(builder.Configuration);
        using var host = builder.Build();

        var callouts = host.Services.GetRequiredService<ICalloutsApi>();
        var raised = await callouts.RaiseForSiteAsync("site_9944", new RaiseForSite());
        var reading = await callouts.GetAsync(raised.Callout.Id);
        Console.WriteLine($"{reading.Id}: {reading.Status}, stage {StageRules.ShownBy(reading)}");
        await callouts.CancelAsync(reading.Id);
    }
}
