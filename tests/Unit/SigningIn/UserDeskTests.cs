using System.Net;
using System.Security.Claims;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Access.Links;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Users;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.SigningIn;

/// <summary>What an admin does to people, in the real console.</summary>
public sealed class UserDeskTests : IAsyncLifetime
{
    private const string Better = "a longer sentence as password";

    private readonly ConsoleFactory _console = new();
    private ClaimsPrincipal _admin = new();

    private UserDesk Desk => _console.Get<UserDesk>();

    [Fact]
    public async Task Role_Taken_SignsThePersonOutAndIsAudited()
    {
        var browser = _console.CreateBrowser();
        await browser.SignInAsync(People.Supervisor);
        var id = await _console.IdOfAsync(People.Supervisor);

        Assert.Equal(UserOutcome.Done, (await Desk.SetRoleAsync(id, Roles.Supervisor, Roles.Dispatcher, _admin)).Outcome);

        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(Roles.Dispatcher, (await _console.LineAsync(People.Supervisor)).Role);
        var record = (await _console.AuditAsync(People.Supervisor))[0];
        Assert.Equal(("user.role", "Supervisor → Dispatcher", "Demo Admin"), (record.Kind, record.Detail, record.ByName));
    }

    [Fact]
    public async Task Role_Given_LeavesThePersonAtWork()
    {
        var browser = _console.CreateBrowser();
        await browser.SignInAsync(People.Dispatcher);

        await Desk.SetRoleAsync(await _console.IdOfAsync(People.Dispatcher), Roles.Dispatcher, Roles.Supervisor, _admin);

        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Role_ChangedBySomebodyElseMeanwhile_IsTold()
    {
        var id = await _console.IdOfAsync(People.Supervisor);
        await Desk.SetRoleAsync(id, Roles.Supervisor, Roles.Dispatcher, _admin);

        Assert.Equal(UserOutcome.ChangedMeanwhile, (await Desk.SetRoleAsync(id, Roles.Supervisor, Roles.Admin, _admin)).Outcome);
    }

    [Fact]
    public async Task LastAdmin_KeepsRoleAndAccess()
    {
        var id = _admin.UserId();

        Assert.Equal(UserOutcome.LastAdmin, (await Desk.SetRoleAsync(id, Roles.Admin, Roles.Dispatcher, _admin)).Outcome);
        Assert.Equal(UserOutcome.LastAdmin, (await Desk.DisableAsync(id, _admin)).Outcome);
        // an invited admin who never came could let nobody in
        await Desk.InviteAsync("second@example.com", "Second", Roles.Admin, _admin);
        Assert.Equal(UserOutcome.LastAdmin, (await Desk.DisableAsync(id, _admin)).Outcome);
    }

    [Fact]
    public async Task Admin_WithAnotherThere_StillDoesNotLockHimselfOut()
    {
        await Desk.SetRoleAsync(await _console.IdOfAsync(People.Supervisor), Roles.Supervisor, Roles.Admin, _admin);

        Assert.Equal(UserOutcome.Yourself, (await Desk.SetRoleAsync(_admin.UserId(), Roles.Admin, Roles.Dispatcher, _admin)).Outcome);
        Assert.Equal(UserOutcome.Yourself, (await Desk.DisableAsync(_admin.UserId(), _admin)).Outcome);
    }

    [Fact]
    public async Task TwoAdmins_TakingEachOthersRoleAtOnce_OneIsLeft()
    {
        await Desk.SetRoleAsync(await _console.IdOfAsync(People.Supervisor), Roles.Supervisor, Roles.Admin, _admin);
        var other = await _console.PrincipalAsync(People.Supervisor);

        var both = await Task.WhenAll(TryAsync(_admin, other), TryAsync(other, _admin));

        Assert.Single(both, true);
        Assert.Single(await _console.Get<UserQueries>().ListAsync(default), user => user.Role == Roles.Admin);

        async Task<bool> TryAsync(ClaimsPrincipal by, ClaimsPrincipal whom)
        {
            try
            {
                return (await Desk.SetRoleAsync(whom.UserId(), Roles.Admin, Roles.Dispatcher, by)).Outcome == UserOutcome.Done;
            }
            catch (UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Disabled_IsOutAtOnceAndStaysOut_UntilEnabled()
    {
        var browser = _console.CreateBrowser();
        await browser.SignInAsync();
        var id = await _console.IdOfAsync(People.Dispatcher);

        await Desk.DisableAsync(id, _admin);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync()).StatusCode);
        Assert.Equal(UserState.Disabled, (await _console.LineAsync(People.Dispatcher)).State);
        Assert.Equal(("signin.refused", "Disabled"), await LastAsync(People.Dispatcher));

        await Desk.EnableAsync(id, _admin);
        Assert.Equal("/", (await browser.SignInAsync()).LeadsTo());
    }

    [Fact]
    public async Task Locked_IsShownAndAudited_AndUnlocked()
    {
        var browser = _console.CreateBrowser();
        for (var attempt = 0; attempt < 5; attempt++)
            await browser.SignInAsync(password: "not-the-password");
        Assert.Equal(UserState.Locked, (await _console.LineAsync(People.Dispatcher)).State);
        Assert.Equal("signin.locked", (await LastAsync(People.Dispatcher)).Kind);

        await Desk.UnlockAsync(await _console.IdOfAsync(People.Dispatcher), _admin);

        Assert.Equal("/", (await browser.SignInAsync()).LeadsTo());
    }

    [Fact]
    public async Task EveryChange_ByAnybodyElse_IsRefused()
    {
        var (other, id) = (await _console.PrincipalAsync(People.Supervisor), await _console.IdOfAsync(People.Dispatcher));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.InviteAsync("new@example.com", "New", Roles.Admin, other));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.SetRoleAsync(id, Roles.Dispatcher, Roles.Admin, other));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.LinkAsync(id, other));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.DisableAsync(id, other));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.ClearFactorsAsync(id, other));
    }

    [Fact]
    public async Task Invite_Used_LetsThePersonIn_Once()
    {
        var made = await Desk.InviteAsync(" new@example.com ", " Nomsa ", Roles.Dispatcher, _admin);
        Assert.Equal(UserState.Invited, (await _console.LineAsync("new@example.com")).State);
        var browser = _console.CreateBrowser();

        Assert.Contains("Your password is set", await UseAsync(browser, made.Secret!, Better), StringComparison.Ordinal);
        Assert.Contains("opens nothing", await UseAsync(browser, made.Secret!, Better + "!"), StringComparison.Ordinal);

        Assert.Equal("/", (await browser.SignInAsync("new@example.com", Better)).LeadsTo());
        Assert.Equal(UserState.Active, (await _console.LineAsync("new@example.com")).State);
        Assert.Equal(["signin.done", "user.link-used", "user.invited"], (await _console.AuditAsync("new@example.com")).Select(record => record.Kind));
        Assert.DoesNotContain(_console.LogLines, line => line.Contains(made.Secret!, StringComparison.Ordinal));
        Assert.DoesNotContain(made.Secret!, Convert.ToBase64String((await _console.ReadAsync(db => db.AccountLinks.SingleAsync())).Hash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_WeakPassword_StaysUsable()
    {
        var made = await Desk.InviteAsync("new@example.com", "Nomsa", Roles.Dispatcher, _admin);

        Assert.NotEmpty((await _console.Get<AccountLinks>().UseAsync(made.Secret, "short", default))!);
        Assert.Empty((await _console.Get<AccountLinks>().UseAsync(made.Secret, Better, default))!);
    }

    [Fact]
    public async Task Link_UsedTwiceAtOnce_SetsOnePassword()
    {
        var made = await Desk.InviteAsync("new@example.com", "Nomsa", Roles.Dispatcher, _admin);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(one => _console.Get<AccountLinks>().UseAsync(made.Secret, Better + one, default)));

        Assert.Single(both, used => used is { Count: 0 });
        Assert.Single(both, used => used is null);
    }

    [Fact]
    public async Task Link_Expired_OpensNothing()
    {
        var time = new ManualTimeProvider();
        await using var timed = _console.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time)));
        var admin = await timed.PrincipalAsync(People.Admin);
        var made = await timed.Get<UserDesk>().LinkAsync(await timed.IdOfAsync(People.Dispatcher), admin);

        time.Advance(TimeSpan.FromHours(4));

        Assert.Null(await timed.Get<AccountLinks>().UseAsync(made.Secret, Better, default));
    }

    [Fact]
    public async Task Link_NewerMade_TheOlderOpensNothing_AndItEndsAllSignIns()
    {
        var browser = _console.CreateBrowser();
        await browser.SignInAsync();
        var id = await _console.IdOfAsync(People.Dispatcher);
        var older = await Desk.LinkAsync(id, _admin);
        var newer = await Desk.LinkAsync(id, _admin);
        Assert.True(await browser.IsSignedInAsync());

        Assert.Null(await _console.Get<AccountLinks>().UseAsync(older.Secret, Better, default));
        Assert.Empty((await _console.Get<AccountLinks>().UseAsync(newer.Secret, Better, default))!);

        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal("/", (await browser.SignInAsync(password: Better)).LeadsTo());
    }

    [Fact]
    public async Task Link_OfSomebodyDisabledMeanwhile_OpensNothing()
    {
        var id = await _console.IdOfAsync(People.Dispatcher);
        var made = await Desk.LinkAsync(id, _admin);
        await Desk.DisableAsync(id, _admin);

        Assert.Null(await _console.Get<AccountLinks>().UseAsync(made.Secret, Better, default));
        Assert.Equal(UserOutcome.Disabled, (await Desk.LinkAsync(id, _admin)).Outcome);
    }

    [Theory]
    [InlineData("dispatcher@DEMO.local", UserOutcome.EmailTaken)]
    [InlineData("no address", UserOutcome.EmailInvalid)]
    public async Task Invite_WithAnEmailThatCannotBe_IsRefused(string email, UserOutcome expected) =>
        Assert.Equal(expected, (await Desk.InviteAsync(email, "Somebody", Roles.Dispatcher, _admin)).Outcome);

    public async Task InitializeAsync() => _admin = await _console.PrincipalAsync(People.Admin);

    public async Task DisposeAsync() => await _console.DisposeAsync();

    private static async Task<string> UseAsync(HttpClient browser, string secret, string password)
    {
        var answer = await browser.SendFormAsync("/account/link", new Dictionary<string, string> { ["Secret"] = secret, ["New"] = password, ["Again"] = password });
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<(string Kind, string? Detail)> LastAsync(string email)
    {
        var last = (await _console.AuditAsync(email))[0];
        return (last.Kind, last.Detail);
    }
}
