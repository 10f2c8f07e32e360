using System.Diagnostics;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Samples.PanicApiWorker;
using AuraConsole.Simulator;
using AuraConsole.Simulator.State;

namespace AuraConsole.Unit.Contract;

/// <summary>The sample worker's story, told to a simulator whose responders hurry; what happened is asked of the simulator.</summary>
public sealed class SampleWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Hurry = TimeSpan.FromMilliseconds(40);

    [Theory, BothDialects]
    public async Task Story_InProcess_EveryStepHappenedAtTheSimulator(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect, Hurried);
        var customersBefore = house.Main.Customers.All.Select(customer => customer.Id).ToHashSet();
        await using var tell = new StringWriter();

        var exitCode = await WorkerHost.RunAsync(Arguments(house), tell).WaitAsync(Patience);

        var told = tell.ToString();
        Assert.True(exitCode == 0, told);
        Assert.Equal(1, house.Asked("POST", "/panic-api/v2/oauth/token", 200));
        var customer = Assert.Single(house.Main.Customers.All, one => !customersBefore.Contains(one.Id));
        Assert.NotNull(house.Main.Customers.ActiveOf(customer.Id, house.Now));
        AssertCallout(house, customer);
        AssertGuarding(house);
        AssertPortfolio(house);
        Assert.All(
            new[] { "Authenticated", "Registered customer", "Raised callout", "Closed (closed)", "Report:", "Map:", "Rated", "Scheduled", "Cancelled", "Callback:" },
            step => Assert.Contains(step, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Story_RefusedCredentials_ToldAndExitCode1()
    {
        await using var house = await House.StartAsync(Dialect.Wrapped);
        await using var tell = new StringWriter();

        var exitCode = await WorkerHost.RunAsync([.. Arguments(house), "--Aura:ClientSecret=wrong"], tell).WaitAsync(Patience);

        Assert.Equal(1, exitCode);
        Assert.Contains("Unauthorised", tell.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Its own process has no serialisation by reflection at all, see its project file.</summary>
    [Fact]
    public async Task Story_AsItsOwnProcess_WorksWithoutReflection()
    {
        await using var house = await House.StartAsync(Dialect.Wrapped, Hurried);
        var program = Path.Combine(AppContext.BaseDirectory, "PanicApiWorker");
        Assert.Contains(
            "\"System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault\": false",
            await File.ReadAllTextAsync(program + ".runtimeconfig.json"), StringComparison.Ordinal);

        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program + ".dll", .. Arguments(house)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        Assert.True(process.ExitCode == 0, await output + await errors);
        Assert.Equal(SimulatedStep.Closed, Assert.Single(house.Main.Callouts).Step);
    }

    [Fact]
    public async Task TenLines_OfTheReadme_StandInTheSampleAndRun()
    {
        var readme = await LinesAsync("README.md");
        var shown = readme.SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```").Where(line => line != "").ToList();
        var compiled = (await LinesAsync("TenLines.cs")).Where(line => line != "").ToList();
        Assert.True(shown.Count is > 5 and <= 10, "The README shows more than ten lines.");
        Assert.Equal(shown, compiled.GetRange(compiled.IndexOf(shown[0]), shown.Count));

        await using var house = await House.StartAsync(Dialect.Wrapped);
        await house.Aura.Sites.CreateAsync(new SiteDetails { Reference = "site_9944", Latitude = -26.1, Longitude = 28.05 });
        await TenLines.RunAsync(Arguments(house)).WaitAsync(Patience);

        Assert.Equal(SimulatedStep.Cancelled, Assert.Single(house.Main.Callouts).Step);
    }

    private static void Hurried(SimulatorOptions options)
    {
        options.AutoAdvance = true;
        options.Tempo.Every = Hurry;
        options.SeedSites = 3;
    }

    private static string[] Arguments(House house) =>
    [
        $"--Aura:BaseUrl={house.Server.Url.GetLeftPart(UriPartial.Authority)}", "--Aura:ClientId=simulator",
        "--Aura:ClientSecret=simulator-secret", $"--Sample:PollEvery={Hurry}", "--Sample:GiveUpAfter=00:00:40",
    ];

    private static void AssertCallout(House house, SimulatedCustomer customer)
    {
        var callout = Assert.Single(house.Main.Callouts);
        Assert.Equal(
            (customer.Id, "-26.1076", 10.0, 2L, SimulatedStep.Closed),
            (callout.CustomerId, callout.Latitude, callout.Position!.Accuracy, callout.ClassificationId, callout.Step));
        Assert.Null(callout.CancelledAt);
        Assert.Equal(1, house.Asked("GET", $"/panic-api/v2/callouts/{callout.Id}/report", 200));
        Assert.Equal(1, house.Asked("GET", $"/panic-api/v2/callouts/{callout.Id}/maps", 200));
        Assert.Equal(5, house.Main.Dossier(callout.Id).Rating!.Rating);
        Assert.Single(house.Main.Dossier(callout.Id).Items);
    }

    private static void AssertGuarding(House house)
    {
        Assert.Equal(1, house.Asked("POST", "/panic-api/v2/scheduled/guarding", 200));
        Assert.Single(
            house.Server.State.Requests,
            entry => entry is { Method: "DELETE", Status: 200 } && entry.Path.StartsWith("/panic-api/v2/scheduled/", StringComparison.Ordinal));
        Assert.Equal(0, house.Main.Schedule.Count);
    }

    private static void AssertPortfolio(House house)
    {
        var upload = Assert.Single(house.Server.State.Uploads);
        Assert.Equal((1, 0, 0, 0, 200), (upload.Created, upload.Updated, upload.Deleted, upload.Failed, upload.CallbackStatus));
        Assert.Equal(4, house.Main.Sites.Count);
        Assert.Equal("9 Dock Road, Cape Town", house.Main.Site(PortfolioStory.Reference)!.Address);
    }

    private static async Task<List<string>> LinesAsync(string document) =>
        [.. (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Documents", document))).Select(line => line.Trim())];
}
