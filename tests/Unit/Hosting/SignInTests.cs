using System.Net;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Hosting;

public sealed class SignInTests(ConsoleFactory console) : IClassFixture<ConsoleFactory>
{
    [Theory]
    [InlineData("/", "%2F")]
    [InlineData("/sites?q=a", "%2Fsites%3Fq%3Da")]
    [InlineData("/there-is-no-such-page", "%2Fthere-is-no-such-page")]
    public async Task Page_Anonymous_LeadsToSignInAndBack(string path, string returnUrl)
    {
        var answer = await console.CreateBrowser().GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/account/login?returnUrl={returnUrl}", answer.LeadsTo());
    }

    [Theory]
    [InlineData("/account/alive")]
    [InlineData("/hubs/board")]
    [InlineData("/_blazor")]
    public async Task Endpoint_AnonymousProgram_GetsBare401(string path)
    {
        var client = console.CreateClient();

        var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task SignIn_RightPassword_OpensTheConsole()
    {
        var browser = console.CreateBrowser();

        var answer = await browser.SignInAsync();
        var alive = await browser.GetAsync("/account/alive");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.LeadsTo());
        Assert.Equal(HttpStatusCode.NoContent, alive.StatusCode);
    }

    [Fact]
    public async Task SignIn_Cookie_IsHiddenFromScriptsAndOtherSites()
    {
        var answer = await console.CreateBrowser().SignInAsync();

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("auraconsole=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/sites?q=a", "/sites?q=a")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task SignIn_ReturnUrl_StaysInTheConsole(string returnUrl, string expected)
    {
        var answer = await console.CreateBrowser().SignInAsync(path: $"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(expected, answer.LeadsTo());
    }

    [Theory]
    [InlineData("dispatcher@demo.local")]
    [InlineData("nobody@demo.local")]
    public async Task SignIn_WrongEmailOrPassword_SaysTheSameAndKeepsTheEmail(string email)
    {
        var answer = await console.CreateBrowser().SignInAsync(email, "not-the-password");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Email or password is wrong.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{email}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-password", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_NoToken_IsRefused()
    {
        var answer = await console.CreateBrowser().PostAsync("/account/login", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Input.Email"] = "dispatcher@demo.local",
            ["Input.Password"] = BrowserForms.DemoPassword,
        }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheUser()
    {
        var browser = console.CreateBrowser();
        for (var attempt = 0; attempt < 5; attempt++)
            await browser.SignInAsync("supervisor@demo.local", "not-the-password");

        var answer = await browser.SignInAsync("supervisor@demo.local");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("locked for five minutes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInPage_Development_NamesTheDemoUsers()
    {
        var page = await console.CreateBrowser().GetStringAsync("/account/login");

        Assert.All(["dispatcher@demo.local", "supervisor@demo.local", "admin@demo.local", BrowserForms.DemoPassword],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignOut_WithItsForm_EndsTheSession()
    {
        var browser = console.CreateBrowser();
        await browser.SignInAsync();

        var form = await browser.GetStringAsync("/account/leave");
        Assert.Contains("action=\"/account/logout\"", form, StringComparison.Ordinal);
        var token = form.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        var answer = await browser.PostAsync("/account/logout",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
        var page = await browser.GetAsync("/");

        Assert.Equal("/account/login", answer.LeadsTo());
        Assert.Equal("/account/login?returnUrl=%2F", page.LeadsTo());
    }

    [Fact]
    public async Task SignOut_WithoutToken_AsksFirst()
    {
        var browser = console.CreateBrowser();
        await browser.SignInAsync();

        var answer = await browser.PostAsync("/account/logout", new FormUrlEncodedContent([]));
        var alive = await browser.GetAsync("/account/alive");

        Assert.Equal("/account/leave", answer.LeadsTo());
        Assert.Equal(HttpStatusCode.NoContent, alive.StatusCode);
    }

    [Fact]
    public async Task Page_ThatDoesNotExist_IsNotFoundForTheSignedIn()
    {
        var browser = console.CreateBrowser();
        await browser.SignInAsync();

        var answer = await browser.GetAsync("/there-is-no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }
}
