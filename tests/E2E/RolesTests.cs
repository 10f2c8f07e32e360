using System.Text.RegularExpressions;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

public sealed partial class RolesTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private static readonly string[] Addresses =
        ["/", "/callouts/1", "/sites", "/sites/1", "/sites/new", "/admin/connection", "/account/password", "/map", "/wallboard", "/admin/wallboards", "/admin/users", "/account/security", "/no-such-page"];

    [Fact]
    public Task Anonymous_AtAnyPage_IsSentToSignIn() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var stranger = await NewBrowserAsync(console);

        foreach (var address in Addresses)
        {
            await stranger.Page.GotoAsync(address);

            await Expect(stranger.Page).ToHaveURLAsync(SignInAddress());
            await stranger.SignIn.ExpectShownAsync();
        }
    });

    [Fact]
    public Task Dispatcher_AtTheSites_MayLookButNotRegister() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);

        await dispatcher.Sites.OpenAsync();
        await Expect(dispatcher.Sites.Register).ToHaveCountAsync(0);

        foreach (var address in new[] { SitePage.NewAddress, "/admin/connection", WallboardPage.AdminAddress })
        {
            await dispatcher.Page.GotoAsync(address);
            await Expect(dispatcher.Page.GetByText(LayoutText.ForbiddenTitle)).ToBeVisibleAsync();
        }
    });

    [Fact]
    public Task Admin_AtTheSites_MayRegister() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);

        await admin.Sites.OpenAsync();

        await Expect(admin.Sites.Register).ToBeVisibleAsync();
    });

    [Fact]
    public Task SignedOut_AtTheBoard_IsSentToSignIn() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);

        await dispatcher.Page.GetByRole(AriaRole.Button, new() { NameRegex = UserMenu() }).ClickAsync();
        await dispatcher.Page.GetByRole(AriaRole.Button, new() { Name = LayoutText.SignOut }).ClickAsync();

        await dispatcher.SignIn.ExpectShownAsync();
        await dispatcher.Page.GotoAsync(BoardPage.Address);
        await dispatcher.SignIn.ExpectShownAsync();
    });

    [Fact]
    public Task SignedIn_AtAnUnknownAddress_IsToldSo() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);

        await dispatcher.Page.GotoAsync("/no-such-page");

        await Expect(dispatcher.Page.GetByText(LayoutText.NotFoundTitle)).ToBeVisibleAsync();
    });

    [GeneratedRegex("/account/login")]
    private static partial Regex SignInAddress();

    [GeneratedRegex("^User menu of ")]
    private static partial Regex UserMenu();
}
