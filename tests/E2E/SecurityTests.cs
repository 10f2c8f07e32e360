using System.Text.RegularExpressions;
using AuraConsole.E2E.Support;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Codes, passkeys and single sign-on, as a browser does them.</summary>
public sealed class SecurityTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Security = "/account/security";

    [Fact]
    public Task App_SetUp_ItsCodeIsAskedForAtTheNextSignIn() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await SignInAsync(console, Users.Dispatcher);
        await person.Page.GotoAsync(Security);
        var key = await SetUpAppAsync(person.Page);
        await Expect(person.Page.Locator(".codes li")).ToHaveCountAsync(RecoveryCodes.Count);

        var again = await NewBrowserAsync(console);
        await again.Page.GotoAsync("/sites");
        await again.SignIn.SignInAsync(Users.Dispatcher);
        await again.Page.GetByLabel(SecurityText.Code).FillAsync(Totp.Code(key, Totp.StepAt(TimeProvider.System.GetUtcNow()) + 1));
        await again.Page.GetByRole(AriaRole.Button, new() { Name = SecurityText.CodeSend }).ClickAsync();

        await again.Board.ExpectLiveAsync();
        await Expect(again.Page).ToHaveURLAsync(new Regex("/sites$"));
    });

    [Fact]
    public Task RoleDemandsIt_TheFirstSignInLeadsToTheSetUpAndNowhereElse() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Configuration = new Dictionary<string, string> { ["Identity:RequireMfa:Supervisor"] = "true" } });
        var person = await NewBrowserAsync(console);
        await person.Page.GotoAsync("/");
        await person.SignIn.SignInAsync(Users.Supervisor);
        await Expect(person.Page.GetByText(SecurityText.Owed)).ToBeVisibleAsync();
        await person.Page.GotoAsync("/map");
        await Expect(person.Page).ToHaveURLAsync(new Regex(Security));

        await SetUpAppAsync(person.Page);
        await person.Page.GotoAsync("/");

        await person.Board.ExpectLiveAsync();
    });

    [Fact]
    public Task Passkey_Added_SignsInWithoutAPassword() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await NewBrowserAsync(console);
        await PlugInAsync(person.Page);
        // a passkey belongs to a name, and an address of numbers is none
        var home = new UriBuilder(console.Address) { Host = "localhost" }.Uri;
        await person.Page.GotoAsync(home.AbsoluteUri);
        await person.SignIn.SignInAsync(Users.Dispatcher);
        await person.Board.ExpectLiveAsync();

        await person.Page.GotoAsync(new Uri(home, Security).AbsoluteUri);
        await person.Page.Locator("form[data-passkey][data-ready='true']").WaitForAsync();
        await person.Page.GetByLabel(SecurityText.PasskeyName, new() { Exact = true }).FillAsync("Desk 3");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = SecurityText.PasskeyAdd }).ClickAsync();
        await Expect(person.Page.Locator("[data-passkey-name='Desk 3']")).ToBeVisibleAsync();

        await person.Page.GotoAsync(new Uri(home, "/account/leave").AbsoluteUri);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = LayoutText.SignOut }).ClickAsync();
        await person.Page.Locator("form[data-passkey][data-ready='true']").WaitForAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = SecurityText.PasskeySignIn }).ClickAsync();

        await person.Board.ExpectLiveAsync();
    });

    [Fact]
    public Task Passkey_WhereTheRoleDemandsMore_ThePasswordAloneIsNotEnough() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Configuration = new Dictionary<string, string> { ["Identity:RequireMfa:Dispatcher"] = "true" } });
        var person = await NewBrowserAsync(console);
        await PlugInAsync(person.Page);
        var home = new UriBuilder(console.Address) { Host = "localhost" }.Uri;
        await person.Page.GotoAsync(home.AbsoluteUri);
        await person.SignIn.SignInAsync(Users.Dispatcher);
        await person.Page.Locator("form[data-passkey][data-ready='true']").WaitForAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = SecurityText.PasskeyAdd }).ClickAsync();
        await Expect(person.Page.Locator("[data-passkey-name]")).ToBeVisibleAsync();
        await person.Page.GotoAsync(home.AbsoluteUri);
        await person.Board.ExpectLiveAsync();

        var thief = await NewBrowserAsync(console);
        await thief.Page.GotoAsync("/");
        await thief.SignIn.SignInAsync(Users.Dispatcher);

        await Expect(thief.Page.GetByText(SecurityText.PasskeyWanted)).ToBeVisibleAsync();
    });

    [Fact]
    public Task SingleSignOn_ByTheButton_OpensTheBoard() => RunAsync(async () =>
    {
        await using var provider = await StandInProvider.StartAsync();
        var console = await StartAsync(new ConsoleSettings { Configuration = provider.Settings });
        var person = await NewBrowserAsync(console);
        await person.Page.GotoAsync("/");

        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Stand-in" }).ClickAsync();
        await person.Board.ExpectLiveAsync();

        provider.Person.Remove("roles");
        var other = await NewBrowserAsync(console);
        await other.Page.GotoAsync("/");
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Stand-in" }).ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("gives you no role here");
        await person.SignIn.ExpectShownAsync();
    });

    private static async Task<byte[]> SetUpAppAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = SecurityText.AppStart }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = SecurityText.AppPicture })).ToBeVisibleAsync();
        var key = Base32.Read(await page.Locator("[data-totp-key]").InnerTextAsync())!;
        await page.GetByLabel(SecurityText.Code, new() { Exact = true }).FillAsync(Totp.Code(key, Totp.StepAt(TimeProvider.System.GetUtcNow())));
        await page.GetByRole(AriaRole.Button, new() { Name = SecurityText.AppConfirm }).ClickAsync();
        await Expect(page.GetByText(SecurityText.AppDone)).ToBeVisibleAsync();
        return key;
    }

    /// <summary>A security key in this browser, whose owner is always there.</summary>
    private static async Task PlugInAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
