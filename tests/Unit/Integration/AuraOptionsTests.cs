using AuraConsole.Integration;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuraConsole.Unit.Integration;

public sealed class AuraOptionsTests
{
    [Fact]
    public async Task Start_EverythingWrong_EveryKeyNamedAtOnceAndNoValueRepeated()
    {
        using var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings()).With(new()
        {
            ["Aura:BaseUrl"] = "not an address",
            ["Aura:ClientSecret"] = " ",
            ["Aura:AttemptTimeout"] = "quickly",
            ["Aura:ReadRetries"] = "many",
            ["Aura:MaxResponseBytes"] = "12",
        });

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        string[] keys = ["BaseUrl", "ClientId", "ClientSecret", "AttemptTimeout", "ReadRetries", "MaxResponseBytes"];
        Assert.All(keys, key => Assert.Single(failure.Failures, fault => fault.StartsWith($"Aura:{key} ", StringComparison.Ordinal)));
        Assert.Equal(keys.Length, failure.Failures.Count());
        Assert.DoesNotContain("quickly", failure.Message);
    }

    [Fact]
    public async Task Start_OnlyTheRequired_DefaultsHold()
    {
        using var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings()).With(Required());

        await host.StartAsync();

        var options = host.Services.GetRequiredService<IOptions<AuraOptions>>().Value;
        Assert.Equal(new Uri("https://aura.test"), options.BaseUrl);
        Assert.Equal((TimeSpan.FromSeconds(10), 2, 32 * 1024 * 1024), (options.AttemptTimeout, options.ReadRetries, options.MaxResponseBytes));
        Assert.Same(TimeProvider.System, host.Services.GetRequiredService<TimeProvider>());
        Assert.NotNull(host.Services.GetRequiredService<IWebhooksApi>());
    }

    [Fact]
    public async Task BaseUrl_SetAfterStart_UsedByTheFirstCall()
    {
        var aura = new StubAuraHandler().Answer("GET /panic-api/v2/callouts/activeCallouts", "[]");
        var seen = new List<Uri?>();
        Uri? bound = null;
        using var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings()).With(Required(), services =>
        {
            services.PostConfigure<AuraOptions>(options => options.BaseUrl = bound ?? options.BaseUrl);
            services.AddHttpClient(AuraHttp.TokenClient).ConfigurePrimaryHttpMessageHandler(() => aura);
            services.AddHttpClient(AuraHttp.Client).ConfigurePrimaryHttpMessageHandler(() => new Watching(seen, aura));
        });
        await host.StartAsync();

        bound = new Uri("http://127.0.0.1:5099");
        await host.Services.GetRequiredService<ICalloutsApi>().ListActiveAsync();

        Assert.Equal(new Uri("http://127.0.0.1:5099/panic-api/v2/callouts/activeCallouts"), Assert.Single(seen));
    }

    [Theory]
    [InlineData("https://aura.test", true)]
    [InlineData("https://aura.test/", true)]
    [InlineData("http://127.0.0.1:5081", true)]
    [InlineData("https://aura.test/panic-api", false)]
    [InlineData("https://aura.test/?a=b", false)]
    [InlineData("https://aura.test/#x", false)]
    [InlineData("https://user:pass@aura.test", false)]
    [InlineData("ftp://aura.test", false)]
    [InlineData("file:///etc", false)]
    public void BaseUrl_SchemeAndHostOnly_Accepted(string url, bool valid)
    {
        var options = new AuraOptions { BaseUrl = new Uri(url), ClientId = "a", ClientSecret = "b" };

        var result = new AuraOptionsValidator().Validate(null, options);

        Assert.Equal(valid, result.Succeeded);
        Assert.Equal(!valid, result.FailureMessage?.StartsWith("Aura:BaseUrl", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Validate_RelativeBaseUrl_NamedNotThrown() =>
        Assert.True(new AuraOptionsValidator().Validate(null, new AuraOptions { BaseUrl = new Uri("/x", UriKind.Relative) }).Failed);

    private static Dictionary<string, string?> Required() => new()
    {
        ["Aura:BaseUrl"] = "https://aura.test",
        ["Aura:ClientId"] = "client",
        ["Aura:ClientSecret"] = "secret",
    };

    private sealed class Watching(List<Uri?> seen, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.RequestUri);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

file static class Hosts
{
    public static IHost With(
        this HostApplicationBuilder builder, Dictionary<string, string?> configuration, Action<IServiceCollection>? more = null)
    {
        builder.Configuration.AddInMemoryCollection(configuration);
        builder.Services.AddAuraIntegration(builder.Configuration);
        more?.Invoke(builder.Services);
        return builder.Build();
    }
}
