using System.Diagnostics;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Faults;
using AuraConsole.Web.Reconciliation;
using AuraConsole.Web.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace AuraConsole.Unit.Hosting;

public sealed class ConfigurationTests
{
    private const string LongSecret = "0123456789-0123456789-0123456789";

    [Fact]
    public async Task Files_OfSettings_AreNotWatched()
    {
        await using var console = new ConsoleFactory();
        var files = ((IConfigurationRoot)console.Services.GetRequiredService<IConfiguration>()).Providers.OfType<FileConfigurationProvider>().ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Source.ReloadOnChange);
    }

    [Fact]
    public void Webhook_Defaults_AreFineWithASecret() => Assert.Empty(WebhookFaults(new WebhookOptions { Secret = LongSecret }));

    [Fact]
    public void Webhook_EverythingWrong_NamesEveryKey()
    {
        var faults = WebhookFaults(new WebhookOptions
        {
            HeaderName = "not a header",
            Secret = "short",
            PublicUrl = new Uri("http://console.example/webhooks/aura"),
            MaxBodyBytes = 1,
        });

        Assert.Equal(["Webhook:HeaderName", "Webhook:Secret", "Webhook:PublicUrl", "Webhook:MaxBodyBytes"], faults.Select(fault => fault.Split(' ')[0]));
        Assert.DoesNotContain(faults, fault => fault.Contains("short", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Development", "short", true)]
    [InlineData("Development", "", false)]
    [InlineData("Production", "short", false)]
    [InlineData("Production", LongSecret, true)]
    public void Webhook_Secret_IsStricterOutsideDevelopment(string environment, string secret, bool isFine) =>
        Assert.Equal(isFine, WebhookFaults(new WebhookOptions { Secret = secret }, environment).Count == 0);

    [Theory]
    [InlineData("https://console.example/webhooks/aura", true)]
    [InlineData("http://127.0.0.1:5080/webhooks/aura", true)]
    [InlineData("http://console.example/webhooks/aura", false)]
    [InlineData("ftp://console.example/", false)]
    [InlineData("/webhooks/aura", false)]
    public void Webhook_PublicUrl_IsHttpsUnlessOnThisMachine(string url, bool isFine) =>
        Assert.Equal(isFine, WebhookFaults(new WebhookOptions { Secret = LongSecret, PublicUrl = new Uri(url, UriKind.RelativeOrAbsolute) }).Count == 0);

    [Theory]
    [InlineData("00:00:10", true)]
    [InlineData("00:00:00.050", true)]
    [InlineData("00:00:00", false)]
    [InlineData("-00:00:10", false)]
    [InlineData("00:10:01", false)]
    public void Reconciliation_Interval_HasBounds(string interval, bool isFine)
    {
        var options = new ReconciliationOptions { PollInterval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(isFine, new ReconciliationOptionsValidator().Validate(null, options).Succeeded);
    }

    [Theory]
    [InlineData("Development", true, true)]
    [InlineData("Production", true, false)]
    [InlineData("Staging", true, false)]
    [InlineData("Production", false, true)]
    public void Demo_SeedUsers_IsForDevelopmentOnly(string environment, bool seed, bool isFine) => Assert.Equal(
        isFine, new DemoOptionsValidator(Environment(environment)).Validate(null, new DemoOptions { SeedUsers = seed }).Succeeded);

    [Fact]
    public void Binding_ValuesOfTheWrongForm_AreFaultsAmongTheOthers()
    {
        var faults = StartFaults(new Dictionary<string, string?>
        {
            ["Webhook:MaxBodyBytes"] = "a lot",
            ["Webhook:Secret"] = LongSecret,
            ["Reconciliation:PollInterval"] = "soon",
            ["Reconciliation:ActiveListInterval"] = "later",
        });

        Assert.Equal(
            ["Reconciliation:ActiveListInterval", "Reconciliation:PollInterval", "Webhook:MaxBodyBytes"],
            faults.Select(fault => fault.Split(' ')[0]).Order());
    }

    [Fact]
    public async Task Process_BadConfiguration_ListsAllFaultsAndExitsWithOne()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AuraConsole.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DataProtection__KeyFolder"] = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                ["ConnectionStrings__Console"] = "what is this",
                ["Webhook__Secret"] = "short",
                ["Webhook__MaxBodyBytes"] = "a lot",
                ["Aura__BaseUrl"] = "nowhere",
                ["Demo__SeedUsers"] = "true",
                ["Reconciliation__PollInterval"] = "1.00:00:00",
                ["SignIn__AttemptsPerMinute"] = "0",
                ["ForwardedHeaders__KnownProxies__0"] = "a proxy",
            },
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(1, process.ExitCode);
        Assert.All(
            ["ConnectionStrings:Console", "Webhook:MaxBodyBytes", "Aura:BaseUrl", "Aura:ClientId", "Demo:SeedUsers", "Reconciliation:PollInterval",
                "SignIn:AttemptsPerMinute", "ForwardedHeaders:KnownProxies:0"],
            key => Assert.Contains($"  - {key}", error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error + await output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", error, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> WebhookFaults(WebhookOptions options, string environment = "Production") =>
        [.. new WebhookOptionsValidator(Environment(environment)).Validate(null, options).Failures ?? []];

    private static IReadOnlyList<string> StartFaults(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton(Environment("Production"));
        services.AddValidatedOptions<WebhookOptions, WebhookOptionsValidator>(WebhookOptions.Section);
        services.AddValidatedOptions<ReconciliationOptions, ReconciliationOptionsValidator>(ReconciliationOptions.Section);
        using var provider = services.BuildServiceProvider();

        var thrown = Record.Exception(() => provider.GetRequiredService<IStartupValidator>().Validate());

        return ConfigurationFaults.Read(Assert.IsAssignableFrom<Exception>(thrown)) ?? [];
    }

    private static IHostEnvironment Environment(string name) => new HostingEnvironment { EnvironmentName = name };
}
