using System.Net;
using System.Text.Json.Nodes;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Access.SingleSignOn;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Users;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.SigningIn;

/// <summary>The organisation's own sign-in, against a strict provider beside the test.</summary>
public sealed class SingleSignOnTests : IAsyncLifetime
{
    private const string Naledi = "naledi@example.com";
    private readonly ConsoleFactory _console = new();
    private readonly HttpClient _toProvider = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private StandInProvider _provider = null!;

    [Fact]
    public async Task FirstTime_MakesTheUserWithTheMappedRole_AndTheNextFindsIt()
    {
        Assert.Equal("/sites", await SignInAsync(_console.CreateBrowser(), "/sites"));
        Assert.Equal("/", await SignInAsync(_console.CreateBrowser()));

        var line = await _console.LineAsync(Naledi);
        Assert.Equal(("Naledi", Roles.Dispatcher, false, 2), (line.Name, line.Role, line.HasPassword, line.Sessions));
        Assert.Equal(["signin.done", "signin.done", "user.role", "user.single-sign-on"], (await _console.AuditAsync(Naledi)).Select(record => record.Kind));
        Assert.DoesNotContain(_console.LogLines, text => text.Contains(StandInProvider.ClientSecret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    public async Task ReturnUrl_OfSomewhereElse_LeadsToTheBoard(string url) => Assert.Equal("/", await SignInAsync(_console.CreateBrowser(), url));

    [Fact]
    public async Task WithoutARole_NobodyComesIn_AndWhoWasInLeaves()
    {
        var before = _console.CreateBrowser();
        await SignInAsync(before);
        _provider.Person.Remove("roles");

        Assert.Equal("/account/login?trouble=NoRole", await SignInAsync(_console.CreateBrowser()));

        Assert.Equal("/account/login?returnUrl=%2F", (await before.GetAsync("/")).LeadsTo());
        Assert.Equal(("signin.refused", "Single sign-on: no role"), ((await _console.AuditAsync(Naledi))[0].Kind, (await _console.AuditAsync(Naledi))[0].Detail));
    }

    [Fact]
    public async Task WithARoleThatMapsToNone_MakesNobody()
    {
        _provider.Person["roles"] = "cleaning";

        Assert.Equal("/account/login?trouble=NoRole", await SignInAsync(_console.CreateBrowser()));
        Assert.Equal(0, await _console.ReadAsync(db => db.Users.CountAsync(user => user.Email == Naledi)));
    }

    [Fact]
    public async Task EmailOfALocalUser_IsNotTakenOverSilently()
    {
        _provider.Person["email"] = People.Admin;

        Assert.Equal("/account/login?trouble=Taken", await SignInAsync(_console.CreateBrowser()));
        Assert.Equal(0, await _console.ReadAsync(db => db.UserLogins.CountAsync()));
    }

    [Theory]
    [InlineData(true, "/")]
    [InlineData(false, "/account/login?trouble=Taken")]
    public async Task EmailOfALocalUser_WhereConfigured_JoinsOnlyAVerifiedOne(bool isVerified, string expected)
    {
        _console.Settings["SingleSignOn:LinkByEmail"] = "true";
        (_provider.Person["email"], _provider.Person["email_verified"]) = (People.Dispatcher, isVerified);

        Assert.Equal(expected, await SignInAsync(_console.CreateBrowser()));
    }

    [Fact]
    public async Task LastAdmin_SaidToBeADispatcher_StaysAdmin()
    {
        _console.Settings["SingleSignOn:LinkByEmail"] = "true";
        _provider.Person["email"] = People.Admin;

        Assert.Equal("/", await SignInAsync(_console.CreateBrowser()));

        Assert.Equal(Roles.Admin, (await _console.LineAsync(People.Admin)).Role);
    }

    [Fact]
    public async Task Role_ChangedAtTheProvider_IsChangedHere()
    {
        await SignInAsync(_console.CreateBrowser());
        _provider.Person["roles"] = new JsonArray("something", "console-dispatch", "console-admin");

        await SignInAsync(_console.CreateBrowser());

        Assert.Equal(Roles.Admin, (await _console.LineAsync(Naledi)).Role);
    }

    [Fact]
    public async Task Disabled_IsTurnedAway()
    {
        await SignInAsync(_console.CreateBrowser());
        await _console.Get<UserDesk>().DisableAsync(await _console.IdOfAsync(Naledi), await _console.PrincipalAsync(People.Admin));

        Assert.Equal("/account/login?trouble=Refused", await SignInAsync(_console.CreateBrowser()));
    }

    [Fact]
    public async Task RoleDemandsASecondFactor_TheProvidersCountsOnlyWhereConfigured()
    {
        _console.Settings["Identity:RequireMfa:Dispatcher"] = "true";
        var browser = _console.CreateBrowser();
        await SignInAsync(browser);

        Assert.Equal("/account/security", (await browser.GetAsync("/")).LeadsTo());
    }

    [Fact]
    public async Task State_OfSomebodyElse_IsRefused()
    {
        var (mine, theirs) = (_console.CreateBrowser(), _console.CreateBrowser());
        var back = await AtProviderAsync(theirs);
        await AtProviderAsync(mine);

        var answer = await mine.GetAsync(back.PathAndQuery);
        var forged = await mine.GetAsync("/signin-sso?code=abc&state=made-up");

        Assert.Equal("/account/login?trouble=Failed", answer.LeadsTo());
        Assert.Equal("/account/login?trouble=Failed", forged.LeadsTo());
        Assert.Contains("did not come off", await mine.GetStringAsync("/account/login?trouble=Failed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_UsedTwice_IsRefused()
    {
        var browser = _console.CreateBrowser();
        var back = await AtProviderAsync(browser);
        await browser.GetAsync(back.PathAndQuery);

        Assert.Equal("/account/login?trouble=Failed", (await browser.GetAsync(back.PathAndQuery)).LeadsTo());
    }

    [Fact]
    public async Task UserInfo_Broken_SaysSo()
    {
        _provider.Status = HttpStatusCode.InternalServerError;

        Assert.Equal("/account/login?trouble=Failed", await SignInAsync(_console.CreateBrowser()));
    }

    [Fact]
    public async Task Provider_Down_SaysSo()
    {
        var browser = _console.CreateBrowser();
        var back = await AtProviderAsync(browser);
        await _provider.DisposeAsync();

        Assert.Equal("/account/login?trouble=Failed", (await browser.GetAsync(back.PathAndQuery)).LeadsTo());
    }

    [Fact]
    public async Task NotConfigured_HasNoButtonAndNoDoor()
    {
        await using var plain = new ConsoleFactory();
        var browser = plain.CreateBrowser();

        Assert.DoesNotContain("single-sign-on", await browser.GetStringAsync("/account/login"), StringComparison.Ordinal);
        Assert.Equal("/account/login?returnUrl=%2Faccount%2Fsingle-sign-on", (await browser.GetAsync("/account/single-sign-on")).LeadsTo());
    }

    [Fact]
    public void Options_EverythingWrong_NamesEveryKeyAndNoSecret()
    {
        var options = new SingleSignOnOptions { Enabled = true, ClientSecret = "", TokenEndpoint = "http://provider.example/token", RoleMap = { ["a"] = "Boss" } };

        var faults = new SingleSignOnOptionsValidator().Validate(null, options).Failures!.Select(fault => fault.Split(' ')[0]).ToList();

        Assert.Equal(["SingleSignOn:AuthorizationEndpoint", "SingleSignOn:TokenEndpoint", "SingleSignOn:UserInfoEndpoint", "SingleSignOn:Name", "SingleSignOn:ClientId",
            "SingleSignOn:ClientSecret", "SingleSignOn:RoleMap:a"], faults);
        Assert.True(new SingleSignOnOptionsValidator().Validate(null, new SingleSignOnOptions()).Succeeded);
    }

    public async Task InitializeAsync()
    {
        _provider = await StandInProvider.StartAsync();
        foreach (var (key, value) in _provider.Settings)
            _console.Settings[key] = value;
    }

    public async Task DisposeAsync()
    {
        _toProvider.Dispose();
        await _console.DisposeAsync();
        await _provider.DisposeAsync();
    }

    /// <summary>Goes there and back. Where it ends.</summary>
    private async Task<string?> SignInAsync(HttpClient browser, string returnUrl = "/")
    {
        var back = await AtProviderAsync(browser, returnUrl);
        var answer = await browser.GetAsync(back.PathAndQuery);
        return answer.LeadsTo()!.StartsWith("/account/single-sign-on/done", StringComparison.Ordinal)
            ? (await browser.GetAsync(answer.LeadsTo())).LeadsTo()
            : answer.LeadsTo();
    }

    /// <summary>The address by which the provider sends the browser back.</summary>
    private async Task<Uri> AtProviderAsync(HttpClient browser, string returnUrl = "/")
    {
        var away = await browser.GetAsync($"/account/single-sign-on?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Contains("code_challenge=", away.Headers.Location!.Query, StringComparison.Ordinal);
        var answer = await _toProvider.GetAsync(away.Headers.Location);
        return answer.Headers.Location!;
    }
}
