using System.Diagnostics;
using System.Text.RegularExpressions;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Unit.Contract;

/// <summary>The simulator alone, in a process of its own that may not serialise by reflection.</summary>
public sealed partial class SimulatorProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Alone_WithoutReflection_AnswersTheClientAndItsOwnPage()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "AuraConsole.Simulator");
        Assert.Contains(
            "\"System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault\": false",
            await File.ReadAllTextAsync(program + ".runtimeconfig.json"), StringComparison.Ordinal);
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program + ".dll", "--Aura:Simulator:Url=http://127.0.0.1:0"]) { RedirectStandardOutput = true })!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            var url = new Uri(Address().Match(line ?? "").Value);
            using var aura = new AuraClient(url, "simulator", "simulator-secret");
            using var http = new HttpClient { BaseAddress = url };

            var site = (await aura.Sites.ListAsync())[0];
            var raised = await aura.Callouts.RaiseForSiteAsync(site.Reference, new RaiseForSite());
            var shown = await http.GetStringAsync("/simulator/api/callouts");

            Assert.Contains($"{raised.Callout.Id}", shown, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
    }

    [GeneratedRegex("http://[0-9.:]+/", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
