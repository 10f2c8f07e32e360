using AuraConsole.Simulator;
using Microsoft.Extensions.Configuration;

namespace AuraConsole.Unit.Simulator;

public sealed class SimulatorOptionsTests
{
    [Fact]
    public void Configuration_EveryKindOfValue_IsBound()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Aura:Simulator:Enabled"] = "true",
            ["Aura:Simulator:Tempo:Every"] = "00:00:00.020",
            ["Aura:Simulator:Dialect"] = "Bare",
            ["Aura:Simulator:ExtraClients:other"] = "other-secret",
            ["Aura:Simulator:Faults:Duplicates"] = "2",
            ["Aura:Simulator:Faults:Latency"] = "00:00:01",
        }).Build();

        var options = configuration.GetSection(SimulatorOptions.SectionName).Get<SimulatorOptions>()!;

        Assert.True(options.Enabled);
        Assert.Equal(TimeSpan.FromMilliseconds(20), options.Tempo.Every);
        Assert.Equal(Dialect.Bare, options.Dialect);
        Assert.Equal("other-secret", options.ExtraClients["other"]);
        Assert.Equal((2, TimeSpan.FromSeconds(1)), (options.Faults.Duplicates, options.Faults.Latency));
    }

    [Fact]
    public void Validate_Defaults_AreFine() => Assert.Empty(new SimulatorOptions().Validate());

    [Fact]
    public async Task Validate_ManyFaults_NamesEachKey()
    {
        var options = new SimulatorOptions { Url = "https://x", ClientSecret = "", SeedSites = -1, Tempo = { Closed = TimeSpan.FromSeconds(-1) } };

        var problems = options.Validate();

        Assert.Equal(4, problems.Count);
        foreach (var key in new[] { "Url", "ClientSecret", "SeedSites", "Tempo" })
        {
            Assert.Contains(problems, problem => problem.StartsWith($"Aura:Simulator:{key} ", StringComparison.Ordinal));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => SimulatorHost.StartAsync(options));
    }

    [Fact]
    public void Validate_FaultsOfTheLaterAreas_NamesEachKey()
    {
        var options = new SimulatorOptions
        {
            SeedCustomers = -1,
            ChatReplyDelay = TimeSpan.FromSeconds(-1),
            ServiceTypes = [" "],
            SubscriptionListLimit = 0,
            UploadLimitBytes = 0,
        };

        var problems = options.Validate();

        Assert.Equal(
            ["SeedCustomers", "ChatReplyDelay", "ServiceTypes", "SubscriptionListLimit", "UploadLimitBytes"],
            problems.Select(problem => problem.Split(' ')[0]["Aura:Simulator:".Length..]));
    }

    [Fact]
    public async Task Start_AddressTaken_Throws()
    {
        await using var first = await SimulatorHost.StartAsync(new SimulatorOptions { Url = "http://127.0.0.1:0" });

        await Assert.ThrowsAsync<IOException>(() => SimulatorHost.StartAsync(new SimulatorOptions { Url = first.Url.AbsoluteUri }));
    }
}
