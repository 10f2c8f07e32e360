using System.Text.RegularExpressions;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Users and the own account's security, by keyboard alone.</summary>
public sealed class KeyboardUsersTests(BrowserFixture browsers, ITestOutputHelper output) : KeyboardTest(browsers, output)
{
    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Users_InvitedAndDisabled(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (admin, hands) = await SitDownAsync(console, Users.Admin, (width, height, theme));
        var users = new UsersPage(admin.Page);
        await hands.PressAtAsync(admin.Page.Locator("nav.rail").GetByRole(AriaRole.Link, new() { Name = LayoutText.NavAdmin }));
        await hands.PressAtAsync(admin.Page.Locator("nav.subnav").GetByRole(AriaRole.Link, new() { Name = UsersText.Nav }));

        await hands.PressAtAsync(users.Invite);
        await hands.TypeAtAsync(users.Dialog.GetByLabel(UsersText.Name, new() { Exact = true }), "Nomsa");
        await hands.TypeAtAsync(users.Dialog.GetByLabel(UsersText.Email), "nomsa@example.com");
        await hands.PressAsync("Enter");
        await hands.TabToAsync(users.Link);
        await hands.PressAsync("Escape");
        await Expect(users.Dialog).ToHaveCountAsync(0);
        await Expect(users.Invite).ToBeFocusedAsync();

        await hands.PressAtAsync(users.OpenButton(Users.Dispatcher));
        await hands.PressAtAsync(users.Act(UsersText.Disable));
        await Expect(users.Row(Users.Dispatcher)).ToHaveAttributeAsync("data-state", "Disabled");
        await hands.PressAsync("Escape");
        await Expect(users.OpenButton(Users.Dispatcher)).ToBeFocusedAsync();
    }, $"Users-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Security_AppSetUp(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        await person.Shell.OpenPaletteAsync();
        await hands.TypeAsync("/account/security");
        await Expect(person.Shell.Palette.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await hands.PressAsync("Enter");
        await Expect(person.Page).ToHaveURLAsync(new Regex("/account/security$"));

        await hands.PressAtAsync(person.Page.GetByRole(AriaRole.Button, new() { Name = SecurityText.AppStart }));
        var key = Base32.Read(await person.Page.Locator("[data-totp-key]").InnerTextAsync())!;
        await hands.TypeAtAsync(person.Page.GetByLabel(SecurityText.Code, new() { Exact = true }), Totp.Code(key, Totp.StepAt(TimeProvider.System.GetUtcNow())));
        await hands.PressAsync("Enter");

        await Expect(person.Page.GetByText(SecurityText.AppDone)).ToBeVisibleAsync();
    }, $"Security-{theme}");
}
