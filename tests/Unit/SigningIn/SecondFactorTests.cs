using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Features.Users;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.SigningIn;

/// <summary>Codes of an authenticator app, recovery codes, and roles that demand them.</summary>
public sealed partial class SecondFactorTests : IAsyncLifetime
{
    private const string Security = "/account/security";
    private readonly ConsoleFactory _console = new();

    // RFC 6238, appendix B, cut to six digits
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Code_OfTheRfcsKey_IsTheRfcs(long seconds, string expected) =>
        Assert.Equal(expected, Totp.Code(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_IsTheRfcs(string text, string expected)
    {
        Assert.Equal(expected, Base32.Write(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base32.Read(expected)!));
        Assert.Null(Base32.Read(expected + "1"));
    }

    [Fact]
    public void Code_OneStepOff_IsTaken_TwoStepsOff_IsNot()
    {
        var (key, now) = (Totp.NewKey(), DateTimeOffset.FromUnixTimeSeconds(1_000_000_015));
        var step = Totp.StepAt(now);

        Assert.Equal(step - 1, Totp.Match(key, Totp.Code(key, step - 1), now));
        Assert.Equal(step + 1, Totp.Match(key, Totp.Code(key, step + 1), now));
        Assert.Null(Totp.Match(key, Totp.Code(key, step - 2), now));
        Assert.Null(Totp.Match(key, "", now));
    }

    [Fact]
    public async Task App_SetUp_IsAskedForAtTheNextSignIn()
    {
        var (key, _) = await SetUpAsync(People.Dispatcher);
        var browser = _console.CreateBrowser();

        var first = await browser.SignInAsync(path: "/account/login?returnUrl=%2Fsites");
        Assert.Equal("/account/code?returnUrl=%2Fsites", first.LeadsTo());
        Assert.Equal("/account/login?returnUrl=%2F", (await browser.GetAsync("/")).LeadsTo());
        var second = await SendCodeAsync(browser, NextCode(key), "/account/code?returnUrl=%2Fsites");

        Assert.Equal("/sites", second.LeadsTo());
        Assert.True(await browser.IsSignedInAsync());
        Assert.True((await _console.LineAsync(People.Dispatcher)).HasCode);
        Assert.StartsWith("PasswordAndCode", (await _console.AuditAsync(People.Dispatcher))[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_UsedAlready_OpensNothing()
    {
        var (key, _) = await SetUpAsync(People.Dispatcher);
        var code = NextCode(key);
        var first = _console.CreateBrowser();
        await first.SignInAsync();
        Assert.Equal("/", (await SendCodeAsync(first, code)).LeadsTo());

        var replay = _console.CreateBrowser();
        await replay.SignInAsync();
        var answer = await SendCodeAsync(replay, code);

        Assert.Contains("This code is wrong, or was used already", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(("signin.refused", "Wrong code"), ((await _console.AuditAsync(People.Dispatcher))[0].Kind, (await _console.AuditAsync(People.Dispatcher))[0].Detail));
    }

    [Fact]
    public async Task Code_WrongFiveTimes_LocksThePerson()
    {
        await SetUpAsync(People.Dispatcher);
        var browser = _console.CreateBrowser();
        await browser.SignInAsync();

        HttpResponseMessage answer = null!;
        for (var attempt = 0; attempt < 5; attempt++)
            answer = await SendCodeAsync(browser, attempt % 2 == 0 ? "000000" : "AAAAA-AAAAA");

        Assert.Contains("locked", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(UserState.Locked, (await _console.LineAsync(People.Dispatcher)).State);
    }

    [Fact]
    public async Task RecoveryCode_OpensOnce_HoweverItIsTyped()
    {
        var (_, codes) = await SetUpAsync(People.Dispatcher);
        Assert.Equal(10, codes.Count);
        var (first, second) = (_console.CreateBrowser(), _console.CreateBrowser());
        await first.SignInAsync();
        await second.SignInAsync();

        var opened = await SendCodeAsync(first, codes[3].Replace('-', ' ').ToLowerInvariant());
        var again = await SendCodeAsync(second, codes[3]);

        Assert.Equal("/", opened.LeadsTo());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task KeyAndCodes_InTheDatabase_AreSealed()
    {
        var (key, codes) = await SetUpAsync(People.Dispatcher);

        var kept = await _console.ReadAsync(db => db.UserTokens.Select(token => token.Value).ToListAsync());

        Assert.Equal(2, kept.Count);
        Assert.All(kept, value => Assert.DoesNotContain(key, value, StringComparison.Ordinal));
        Assert.All(kept, value => Assert.DoesNotContain(codes[0], value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CodePage_WithoutAFirstStep_LeadsToSignIn() =>
        Assert.Equal("/account/login", (await _console.CreateBrowser().GetAsync("/account/code")).LeadsTo());

    [Fact]
    public async Task RoleDemandsIt_NotSetUp_ReachesNothingElse()
    {
        _console.Settings["Identity:RequireMfa:Dispatcher"] = "true";
        var browser = _console.CreateBrowser();
        Assert.Equal("/", (await browser.SignInAsync()).LeadsTo());

        foreach (var page in new[] { "/", "/sites", "/account/password", "/map", "/no-such-page" })
            Assert.Equal(Security, (await browser.GetAsync(page)).LeadsTo());
        foreach (var endpoint in new[] { "/hubs/board", "/_blazor/negotiate" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync(endpoint, null)).StatusCode);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Contains("Your role asks for a second factor", await browser.GetStringAsync(Security), StringComparison.Ordinal);

        await SetUpAsync(browser);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task RoleDemandsIt_OfOthers_IsNothingToThisOne()
    {
        _console.Settings["Identity:RequireMfa:Admin"] = "true";
        var browser = _console.CreateBrowser();
        await browser.SignInAsync();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task App_SwitchedOff_WhereTheRoleDemandsIt_IsRefused()
    {
        _console.Settings["Identity:RequireMfa:Dispatcher"] = "true";
        var browser = _console.CreateBrowser();
        await browser.SignInAsync();
        await SetUpAsync(browser);

        var answer = await browser.SendOneOfAsync(Security, await browser.GetStringAsync(Security), "code-stop");

        Assert.Contains("Add a passkey first", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await _console.LineAsync(People.Dispatcher)).HasCode);
    }

    [Fact]
    public async Task Admin_TakesFactorsAway_ThePasswordIsEnoughAgain()
    {
        await SetUpAsync(People.Dispatcher);

        await _console.Get<UserDesk>().ClearFactorsAsync(await _console.IdOfAsync(People.Dispatcher), await _console.PrincipalAsync(People.Admin));

        Assert.Equal("/", (await _console.CreateBrowser().SignInAsync()).LeadsTo());
        Assert.Equal(0, await _console.ReadAsync(db => db.UserTokens.CountAsync()));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _console.DisposeAsync();

    private static string NextCode(string key) => Totp.Code(Base32.Read(key)!, Totp.StepAt(TimeProvider.System.GetUtcNow()) + 1);

    private static Task<HttpResponseMessage> SendCodeAsync(HttpClient browser, string code, string path = "/account/code") =>
        browser.SendFormAsync(path, new Dictionary<string, string> { ["Code"] = code });

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(string email)
    {
        var browser = _console.CreateBrowser();
        await browser.SignInAsync(email);
        return await SetUpAsync(browser);
    }

    // the code of this half minute: the next one is left for the test
    private static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(HttpClient browser)
    {
        var begun = await (await browser.SendOneOfAsync(Security, await browser.GetStringAsync(Security), "code-start")).Content.ReadAsStringAsync();
        var key = Key().Match(begun).Groups[1].Value;
        var code = Totp.Code(Base32.Read(key)!, Totp.StepAt(TimeProvider.System.GetUtcNow()));
        var done = await (await browser.SendOneOfAsync(Security, begun, "code-confirm", ("Code", code))).Content.ReadAsStringAsync();
        return (key, [.. Codes().Matches(done).Select(match => match.Groups[1].Value)]);
    }

    [GeneratedRegex("data-totp-key>([A-Z2-7]{32})<")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([A-Z0-9]{5}-[A-Z0-9]{5})</code></li>")]
    private static partial Regex Codes();
}
