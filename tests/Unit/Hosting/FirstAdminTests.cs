using System.Net;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Hosting;

public sealed class FirstAdminTests : IAsyncLifetime
{
    private const string Page = "/account/first-admin";
    private const string Password = "a sentence as password";
    private readonly ConsoleFactory _console = new() { Settings = { ["Demo:SeedUsers"] = "false" } };

    [Theory]
    [InlineData("/")]
    [InlineData("/account/login")]
    [InlineData("/there-is-no-such-page")]
    public async Task AnyPage_NobodyYet_LeadsToTheFirstAdmin(string path)
    {
        var answer = await _console.CreateBrowser().GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Page, answer.LeadsTo());
    }

    [Fact]
    public async Task Health_NobodyYet_StillAnswers()
    {
        var answer = await _console.CreateBrowser().GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Create_TokenFromTheLog_MakesAnAdminAndSignsIn()
    {
        var browser = _console.CreateBrowser();

        var answer = await CreateAsync(browser, Token());
        var alive = await browser.GetAsync("/account/alive");
        var again = await _console.CreateBrowser().SignInAsync("first@example.com", Password);

        Assert.Equal("/", answer.LeadsTo());
        Assert.Equal(HttpStatusCode.NoContent, alive.StatusCode);
        Assert.Equal("/", again.LeadsTo());
    }

    [Fact]
    public async Task Create_WrongToken_MakesNobody()
    {
        var answer = await CreateAsync(_console.CreateBrowser(), "not-the-token");
        var next = await _console.CreateBrowser().GetAsync("/");

        Assert.Contains("This token is wrong or already used.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Page, next.LeadsTo());
    }

    [Fact]
    public async Task Create_WeakPassword_KeepsTheTokenUsable()
    {
        var browser = _console.CreateBrowser();
        var token = Token();

        var weak = await CreateAsync(browser, token, password: "short");
        var strong = await CreateAsync(browser, token);

        Assert.Contains("12 to 128 characters", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/", strong.LeadsTo());
    }

    [Fact]
    public async Task Create_SameTokenTwiceAtOnce_MakesOneAdmin()
    {
        var token = Token();

        var answers = await Task.WhenAll(
            CreateAsync(_console.CreateBrowser(), token, "one@example.com"),
            CreateAsync(_console.CreateBrowser(), token, "two@example.com"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect && answer.LeadsTo() == "/");
    }

    [Fact]
    public async Task Page_OnceThereIsAnAdmin_LeadsToSignIn()
    {
        await CreateAsync(_console.CreateBrowser(), Token());

        var answer = await _console.CreateBrowser().GetAsync(Page);

        Assert.Equal("/account/login", answer.LeadsTo());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _console.DisposeAsync();

    private string Token()
    {
        _ = _console.Server;
        var line = Assert.Single(_console.LogLines, line => line.Contains("create the first admin with this token", StringComparison.Ordinal));
        return line.Trim().Split(' ')[^1];
    }

    private static Task<HttpResponseMessage> CreateAsync(
        HttpClient browser, string token, string email = "first@example.com", string password = Password) =>
        browser.SendFormAsync(Page, new Dictionary<string, string>
        {
            ["Token"] = token,
            ["Email"] = email,
            ["DisplayName"] = "First Admin",
            ["Password"] = password,
        });
}
