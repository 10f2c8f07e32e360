using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Hosting;

public sealed class PasswordTests
{
    private const string Page = "/account/password";
    private const string Better = "a longer sentence as password";

    [Fact]
    public async Task Change_RightPresentPassword_ReplacesIt()
    {
        await using var console = new ConsoleFactory();
        var browser = console.CreateBrowser();
        await browser.SignInAsync();

        var answer = await ChangeAsync(browser, BrowserForms.DemoPassword, Better, Better);
        var old = await console.CreateBrowser().SignInAsync();
        var fresh = await console.CreateBrowser().SignInAsync(password: Better);

        Assert.Contains("Your password is changed", answer, StringComparison.Ordinal);
        Assert.Contains("Email or password is wrong", await old.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/", fresh.LeadsTo());
    }

    [Theory]
    [InlineData("not-the-password", Better, Better, "The present password is wrong.")]
    [InlineData(BrowserForms.DemoPassword, "too short", "too short", "The password must have 12 to 128 characters.")]
    [InlineData(BrowserForms.DemoPassword, Better, Better + ".", "The two new passwords differ.")]
    public async Task Change_SomethingWrong_SaysWhatAndKeepsThePassword(string now, string next, string again, string expected)
    {
        await using var console = new ConsoleFactory();
        var browser = console.CreateBrowser();
        await browser.SignInAsync();

        var answer = await ChangeAsync(browser, now, next, again);
        var unchanged = await console.CreateBrowser().SignInAsync();

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Equal("/", unchanged.LeadsTo());
    }

    private static async Task<string> ChangeAsync(HttpClient browser, string now, string next, string again)
    {
        var answer = await browser.SendFormAsync(Page, new Dictionary<string, string> { ["Now"] = now, ["New"] = next, ["Again"] = again });
        return await answer.Content.ReadAsStringAsync();
    }
}
