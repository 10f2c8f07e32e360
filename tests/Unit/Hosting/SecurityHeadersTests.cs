using AuraConsole.Unit.Support;
using AuraConsole.Web.Hosting.Security;

namespace AuraConsole.Unit.Hosting;

public sealed class SecurityHeadersTests(ConsoleFactory console) : IClassFixture<ConsoleFactory>
{
    [Theory]
    [InlineData("/account/login")]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/favicon.svg")]
    public async Task Answer_AnyPath_CarriesThem(string path)
    {
        var answer = await console.CreateBrowser().GetAsync(path);

        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("geolocation=(self)", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_SignedIn_AreNotStoredAndHaveNoInlineScript()
    {
        var browser = console.CreateBrowser();
        await browser.SignInAsync();

        var answer = await browser.GetAsync("/not-found");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("js/boot", page, StringComparison.Ordinal);
        Assert.All(page.Split("<script").Skip(1), script => Assert.Contains(" src=\"", script[..script.IndexOf('>', StringComparison.Ordinal)], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_OutsideDevelopment_AsksForHttpsAndBindsTheCookie()
    {
        await using var strict = new ConsoleFactory
        {
            EnvironmentName = "Production",
            Settings =
            {
                ["Aura:ClientId"] = "console",
                ["Aura:ClientSecret"] = "a-secret-of-aura",
                ["Webhook:Secret"] = "a-webhook-secret-of-at-least-32-characters",
            },
        };

        var answer = await strict.CreateBrowser("https://console.example").GetAsync("/account/first-admin");

        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie =>
            cookie.StartsWith("__Host-auraconsole-forms=", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }
}
