using System.Net;
using AuraConsole.Unit.Live;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.SigningIn;

/// <summary>Sign-ins that end: by the person, by an admin, and what a copied cookie is worth then.</summary>
public sealed class SessionTests(ListeningConsole console) : IClassFixture<ListeningConsole>
{
    private SignInSessions Sessions => console.Get<SignInSessions>();

    [Fact]
    public async Task SignIn_Done_IsARowAndInTheAudit()
    {
        using var browser = Browser(out _);
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await browser.SignInAsync(People.Supervisor);

        var session = (await Sessions.ListAsync(await console.IdOfAsync(People.Supervisor), 1, default)).Single();
        var record = (await console.AuditAsync(People.Supervisor)).First(one => one.Kind == "signin.done");

        Assert.Equal("Firefox 140, Linux", session.Device);
        Assert.Equal("Password\nFirefox 140, Linux", record.Detail);
        Assert.NotNull((await console.LineAsync(People.Supervisor)).LastSignInAt);
    }

    [Fact]
    public async Task Cookie_AfterSignOut_IsWorthNothingElsewhereEither()
    {
        using var browser = Browser(out var cookies);
        await browser.SignInAsync();
        var stolen = new CookieContainer();
        stolen.Add(cookies.GetCookies(console.Url));
        using var thief = console.Client(stolen);
        Assert.True(await thief.IsSignedInAsync());

        var leave = await browser.GetStringAsync("/account/leave");
        var token = leave.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        await browser.PostAsync("/account/logout", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));

        Assert.False(await thief.IsSignedInAsync());
        Assert.Contains(await console.AuditAsync(People.Dispatcher), record => record.Kind == "signin.signed-out");
    }

    [Fact]
    public async Task EndedByAnAdmin_OneOfTwo_TheOtherGoesOn()
    {
        using var first = Browser(out _);
        await first.SignInAsync(People.Supervisor);
        var userId = await console.IdOfAsync(People.Supervisor);
        var session = (await Sessions.ListAsync(userId, 1, default))[0];
        using var second = Browser(out _);
        await second.SignInAsync(People.Supervisor);
        var admin = await console.PrincipalAsync(People.Admin);

        Assert.Equal(1, await Sessions.EndAsync(userId, session.Id, admin));
        Assert.Equal(0, await Sessions.EndAsync(userId, session.Id, admin));

        Assert.False(await first.IsSignedInAsync());
        Assert.True(await second.IsSignedInAsync());
    }

    [Fact]
    public async Task End_ByAnybodyElse_IsRefused()
    {
        var dispatcher = await console.PrincipalAsync(People.Dispatcher);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(async () => await Sessions.EndAsync(dispatcher.UserId(), null, dispatcher));
    }

    [Fact]
    public async Task HubConnection_ItsSignInEnds_IsCut()
    {
        using var browser = Browser(out var cookies);
        await browser.SignInAsync(People.Admin);
        var admin = await console.PrincipalAsync(People.Admin);
        var session = (await Sessions.ListAsync(admin.UserId(), 2, default)).Single(one => one.Id != admin.SessionId());
        using var socket = new HubSocket();
        Assert.True(await socket.TryConnectAsync(console.Url, cookies));
        await socket.ShakeHandsAsync();
        await socket.CalledAsync("Snapshot");
        Assert.True(console.Get<SessionDoors>().IsOn(session.Id));

        await Sessions.EndAsync(admin.UserId(), session.Id, admin);

        await Until.TrueAsync(() => !console.Get<SessionDoors>().IsOn(session.Id));
        using var again = new HubSocket();
        Assert.False(await again.TryConnectAsync(console.Url, cookies));
        Assert.Equal(HttpStatusCode.Unauthorized, again.Refusal);
    }

    [Fact]
    public async Task Password_Changed_EndsTheOthers()
    {
        using var here = Browser(out _);
        await here.SignInAsync(People.Dispatcher);
        using var elsewhere = Browser(out _);
        await elsewhere.SignInAsync(People.Dispatcher);

        await here.SendFormAsync("/account/password", new Dictionary<string, string>
        {
            ["Now"] = BrowserForms.DemoPassword,
            ["New"] = BrowserForms.DemoPassword,
            ["Again"] = BrowserForms.DemoPassword,
        });

        Assert.True(await here.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
    }

    [Fact]
    public async Task SignIn_Refused_IsAuditedWithoutTheTriedAddressOrPassword()
    {
        using var browser = Browser(out _);
        await browser.SignInAsync("Somebody.Else@example.com", "a password nobody has");

        var last = await console.ReadAsync(db => db.AuditRecords.AsNoTracking().OrderByDescending(record => record.Id).FirstAsync(record => record.Subject == "user:unknown"));

        Assert.Equal("signin.refused", last.Kind);
        Assert.DoesNotContain("somebody", last.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("password nobody", last.Detail, StringComparison.Ordinal);
    }

    private HttpClient Browser(out CookieContainer cookies)
    {
        cookies = new CookieContainer();
        var client = console.Client(cookies);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }
}
