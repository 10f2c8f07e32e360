using System.Net;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Hosting;

public sealed class RateLimitTests
{
    [Fact]
    public async Task SignIn_MoreAttemptsThanAllowed_AreRefusedWithASentence()
    {
        await using var console = new ConsoleFactory { Settings = { ["SignIn:AttemptsPerMinute"] = "2" } };
        var browser = console.CreateBrowser();
        await browser.SignInAsync("nobody@demo.local", "not-the-password");
        await browser.SignInAsync("nobody@demo.local", "not-the-password");

        var answer = await browser.SignInAsync();
        var page = await browser.GetAsync("/account/login");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("Wait a minute", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
