using System.Text.RegularExpressions;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>An admin and the people, each in a browser.</summary>
public sealed partial class UsersTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Better = "a longer sentence as password";

    // "at once": what a look every minute would not do
    private static readonly LocatorAssertionsToBeVisibleOptions AtOnce = new() { Timeout = 5_000 };

    [Fact]
    public Task Invited_ByTheLink_SetsAPasswordAndComesIn() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);
        var users = new UsersPage(admin.Page);
        await admin.Page.GotoAsync(UsersPage.Address);
        await users.Invite.ClickAsync();
        await users.Dialog.GetByLabel(UsersText.Name, new() { Exact = true }).FillAsync("Nomsa");
        await users.Dialog.GetByLabel(UsersText.Email).FillAsync("nomsa@example.com");
        await users.Dialog.GetByLabel(UsersText.Role).SelectOptionAsync("Supervisor");
        await users.Act(UsersText.InviteMake).ClickAsync();
        var link = await users.Link.InputValueAsync();
        await Expect(users.Row("nomsa@example.com")).ToHaveAttributeAsync("data-state", "Invited");

        var nomsa = await NewBrowserAsync(console);
        await nomsa.Page.GotoAsync(link);
        await Expect(nomsa.Page).ToHaveURLAsync(new Regex("/account/link$"));
        await nomsa.Page.GetByLabel(AccountText.PasswordNew, new() { Exact = true }).FillAsync(Better);
        await nomsa.Page.GetByLabel(AccountText.PasswordAgain, new() { Exact = true }).FillAsync(Better);
        await nomsa.Page.GetByRole(AriaRole.Button, new() { Name = SecurityText.LinkSave }).ClickAsync();
        await nomsa.Page.GetByRole(AriaRole.Link, new() { Name = SecurityText.LinkToSignIn }).ClickAsync();
        await nomsa.SignIn.SignInAsync("nomsa@example.com", Better);
        await nomsa.Board.ExpectLiveAsync();

        await Expect(users.Row("nomsa@example.com")).ToHaveAttributeAsync("data-state", "Active");
        await nomsa.Page.GotoAsync("/account/link");
        await Expect(nomsa.Page.GetByText(SecurityText.LinkGone)).ToBeVisibleAsync();
    });

    [Fact]
    public Task SignIn_EndedByTheAdmin_TheOpenBoardLeadsToSignInAtOnce() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var admin = await SignInAsync(console, Users.Admin);
        var users = new UsersPage(admin.Page);
        await users.OpenAsync(Users.Dispatcher);
        await Expect(users.Dialog.Locator("[data-session]")).ToContainTextAsync(UsersText.OnNow);

        await users.Dialog.Locator("[data-session]").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(dispatcher.SignIn.Button).ToBeVisibleAsync(AtOnce);
        await Expect(dispatcher.Page).ToHaveURLAsync(SignInAddress());
        await Expect(users.Dialog.Locator("[data-session]")).ToHaveCountAsync(0);
        await dispatcher.Page.GotoAsync(BoardPage.Address);
        await dispatcher.SignIn.ExpectShownAsync();
    });

    [Fact]
    public Task RoleTaken_ThenDisabled_TheOpenPagesLeadToSignIn() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var supervisor = await SignInAsync(console, Users.Supervisor);
        var admin = await SignInAsync(console, Users.Admin);
        var users = new UsersPage(admin.Page);
        await users.OpenAsync(Users.Supervisor);

        await users.Dialog.GetByRole(AriaRole.Combobox).SelectOptionAsync("Dispatcher");
        await users.Act(UsersText.RoleSave).ClickAsync();
        await Expect(supervisor.SignIn.Button).ToBeVisibleAsync(AtOnce);
        await supervisor.SignIn.SignInAsync(Users.Supervisor);
        await supervisor.Board.ExpectLiveAsync();

        await users.Act(UsersText.Disable).ClickAsync();
        await Expect(supervisor.SignIn.Button).ToBeVisibleAsync(AtOnce);
        await supervisor.SignIn.SignInAsync(Users.Supervisor);
        await Expect(supervisor.SignIn.Failure).ToBeVisibleAsync();
        await Expect(users.Row(Users.Supervisor)).ToHaveAttributeAsync("data-state", "Disabled");
    });

    [Fact]
    public Task LastAdmin_OnHisOwnLine_IsToldWhyNot() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);
        var users = new UsersPage(admin.Page);
        await users.OpenAsync(Users.Admin);

        await users.Act(UsersText.Disable).ClickAsync();

        await Expect(users.Dialog.GetByText(UsersText.RefuseLastAdmin)).ToBeVisibleAsync();
        await Expect(users.Row(Users.Admin)).ToHaveAttributeAsync("data-state", "Active");
    });

    [Fact]
    public Task Dispatcher_AtTheUsers_IsTurnedAway() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);

        await dispatcher.Page.GotoAsync(UsersPage.Address);

        await Expect(dispatcher.Page.GetByText(LayoutText.ForbiddenTitle)).ToBeVisibleAsync();
    });

    [GeneratedRegex("/account/login")]
    private static partial Regex SignInAddress();
}
