using AuraConsole.Integration;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuraConsole.Unit.Integration;

/// <summary>Paths that AURA's pages leave open, and the one line that changes them.</summary>
public sealed class AuraPathsTests
{
    [Fact]
    public async Task Configured_UsedByTheCall()
    {
        var aura = new StubAuraHandler().Answer("GET /elsewhere/7/reports", """{"report":{"outcome":"fine"}}""");
        await using var services = Services(aura, ("Aura:Paths:ResolutionReport", "/elsewhere/{calloutId}/reports"));

        var report = await services.GetRequiredService<IAfterClosureApi>().ReportAsync(7);

        Assert.Equal("fine", report.Outcome);
    }

    [Theory]
    [InlineData("ResolutionReport", "/panic-api/v2/callouts/report")]
    [InlineData("ResolutionReport", "/callouts/{id}/report")]
    [InlineData("ResolutionReport", "/{calloutId}/{calloutId}")]
    [InlineData("ResponseTypes", "responseTypes")]
    [InlineData("ResponseTypes", "//elsewhere.test/x")]
    [InlineData("ResponseTypes", "https://elsewhere.test/x")]
    [InlineData("ResponseTypes", "/a/../b")]
    [InlineData("ResponseTypes", "/a?b=c")]
    [InlineData("ResponseTypes", "/")]
    [InlineData("SubscriptionRenew", "/subscriptions/{subscriptionId}")]
    public async Task Unusable_NamedAtStart(string key, string path)
    {
        await using var services = Services(new StubAuraHandler(), ($"Aura:Paths:{key}", path));

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<AuraOptions>>().Value);

        Assert.StartsWith($"Aura:Paths:{key} has to ", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    private static ServiceProvider Services(StubAuraHandler aura, (string Key, string Value) setting)
    {
        var services = new ServiceCollection();
        services.AddAuraIntegration(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Aura:BaseUrl"] = "https://aura.test",
            ["Aura:ClientId"] = "client",
            ["Aura:ClientSecret"] = "secret",
            [setting.Key] = setting.Value,
        }).Build());
        services.AddHttpClient(AuraHttp.TokenClient).ConfigurePrimaryHttpMessageHandler(() => aura);
        services.AddHttpClient(AuraHttp.Client).ConfigurePrimaryHttpMessageHandler(() => aura);
        return services.BuildServiceProvider();
    }
}
