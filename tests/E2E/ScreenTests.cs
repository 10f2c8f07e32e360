using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Every screen in both themes: no serious fault of accessibility, and it fits. The pictures stay in TestResults.</summary>
public sealed class ScreenTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task Screens_InATheme_AreAccessibleAndFit(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await NewBrowserAsync(console);
        await admin.ChooseThemeAsync(theme);
        var screens = new Screens(admin.Page, theme);

        await admin.Page.GotoAsync(BoardPage.Address);
        await admin.SignIn.ExpectShownAsync();
        await screens.LookAsync("sign-in");
        await admin.SignIn.SignInAsync(Users.Admin);
        await admin.Board.ExpectLiveAsync();
        await screens.LookAsync("board-empty");

        await LookAtTheBoardAsync(console, admin, screens);
        await LookAtThePastAsync(admin, screens);
        await LookAtTheSitesAsync(admin, screens);
        await LookAtTheUsersAsync(admin, screens);
        await admin.Page.GotoAsync("/account/password");
        await screens.LookAsync("password");
        await admin.Page.GotoAsync("/admin/connection");
        await admin.Board.ExpectLiveAsync();
        await screens.LookAsync("connection");
        await LookAtTheLedgersAsync(admin, screens);
        await LookAtTheDeskAsync(admin, screens);

        Assert.Empty(screens.Faults);
    });

    private static async Task LookAtTheBoardAsync(ConsoleHost console, Operator admin, Screens screens)
    {
        await admin.Board.ShowAllAsync();
        var ids = console.Aura.State.Main.Sites.Take(6).Select(site => console.Aura.Raise(site.Reference)!.Id).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            for (var step = 0; step < i && step < 4; step++) await console.Api.StepAsync(ids[i]);
        }

        await admin.Board.ExpectStageAsync(ids[^1], CalloutStage.Completed);
        await admin.Board.SelectAsync(ids[2]);
        await screens.LookAsync("board");

        var raise = await admin.Board.OpenRaiseAsync();
        await screens.LookAsync("raise");
        await raise.ChooseAsync("SITE-0001");
        await screens.LookAsync("raise-active");
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(CommandFace.Joined);
        await screens.LookAsync("raise-joined");
        await raise.CloseAsync();

        await admin.Callout.OpenAsync(ids[2]);
        await screens.LookAsync("callout");
        await admin.Callout.OpenUnknownAsync();
        await screens.LookAsync("callout-unknown");
    }

    private static async Task LookAtTheLedgersAsync(Operator admin, Screens screens)
    {
        await admin.Page.GotoAsync("/admin/audit");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = AuditText.Check }).ClickAsync();
        await Expect(admin.Page.Locator("[data-audit-sound=true]")).ToBeVisibleAsync();
        await screens.LookAsync("audit");
        await admin.Page.GotoAsync("/admin/deliveries");
        await Expect(admin.Page.Locator("[data-delivery]").First).ToBeVisibleAsync();
        await screens.LookAsync("deliveries");
        await admin.Page.Locator("[data-delivery] a").First.ClickAsync();
        await Expect(admin.Page.Locator("dd[data-status]")).ToBeVisibleAsync();
        await screens.LookAsync("delivery");
        await admin.Page.GotoAsync("/admin/commands");
        await Expect(admin.Page.Locator("[data-command]").First).ToBeVisibleAsync();
        await screens.LookAsync("commands");
        await admin.Page.GotoAsync("/admin/upkeep");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = UpkeepText.BackUp }).ClickAsync();
        await Expect(admin.Page.Locator("[data-backup]")).ToBeVisibleAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = UpkeepText.DryRun }).ClickAsync();
        await Expect(admin.Page.Locator("[data-retention='Deliveries'] td").Last).ToHaveTextAsync("0");
        await screens.LookAsync("upkeep");
    }

    private static async Task LookAtThePastAsync(Operator admin, Screens screens)
    {
        await admin.Page.GotoAsync("/history");
        await Expect(admin.Page.Locator("[data-history]").First).ToBeVisibleAsync();
        await screens.LookAsync("history");
        await admin.Page.Locator("[data-history] a").First.ClickAsync();
        await admin.Page.Locator("[data-delivery] button").First.ClickAsync();
        await Expect(admin.Page.Locator("[data-delivery] pre").First).ToBeVisibleAsync();
        await screens.LookAsync("history-callout");
        await admin.Page.GotoAsync("/history?q=nothing-there");
        await Expect(admin.Page.GetByRole(AriaRole.Heading, new() { Name = HistoryText.EmptyTitle })).ToBeVisibleAsync();
        await screens.LookAsync("history-empty");
        await admin.Page.GotoAsync("/reports");
        await Expect(admin.Page.Locator("[data-report] .rz-chart").First).ToBeVisibleAsync();
        await screens.LookAsync("reports");
    }

    private static async Task LookAtTheUsersAsync(Operator admin, Screens screens)
    {
        var users = new UsersPage(admin.Page);
        await admin.Page.GotoAsync(UsersPage.Address);
        await Expect(users.Row(Users.Admin)).ToBeVisibleAsync();
        await screens.LookAsync("users");
        await users.Invite.ClickAsync();
        await screens.LookAsync("users-invite");
        await users.OpenAsync(Users.Admin);
        await Expect(users.Dialog.Locator("[data-session]")).ToHaveCountAsync(1);
        await screens.LookAsync("user");
        await users.Act(UsersText.MakeReset).ClickAsync();
        await Expect(users.Link).ToBeVisibleAsync();
        await screens.LookAsync("user-link");
        await admin.Page.GotoAsync("/account/security");
        await screens.LookAsync("security");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = SecurityText.AppStart }).ClickAsync();
        await Expect(admin.Page.Locator("[data-totp-key]")).ToBeVisibleAsync();
        await screens.LookAsync("security-app");
        await admin.Page.GotoAsync("/account/link#0123456789012345678901234567890123456789012");
        await screens.LookAsync("link");
    }

    private static async Task LookAtTheSitesAsync(Operator admin, Screens screens)
    {
        await admin.Sites.OpenAsync();
        await screens.LookAsync("sites");
        await admin.Sites.OpenFirstAsync();
        await screens.LookAsync("site");
        await admin.Site.OpenNewAsync();
        await screens.LookAsync("site-new");
        await admin.Page.GotoAsync("/admin/groups");
        await admin.Page.GetByLabel(GroupsText.Name).FillAsync("Coastal");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = GroupsText.Add }).ClickAsync();
        await Expect(admin.Page.Locator("[data-group='Coastal']")).ToBeVisibleAsync();
        await screens.LookAsync("groups");
        await admin.Page.Locator("[data-person='dispatcher@demo.local']").GetByRole(AriaRole.Button).ClickAsync();
        await admin.Page.GetByLabel(GroupsText.OnlyThese).CheckAsync();
        await screens.LookAsync("scope");
        await admin.Page.GetByRole(AriaRole.Dialog).GetByLabel("Coastal").CheckAsync();
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = GroupsText.Save }).ClickAsync();
        await Expect(admin.Page.Locator("[data-person='dispatcher@demo.local']")).ToContainTextAsync("Coastal");
        await admin.Page.GotoAsync("/sites/drift");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = DriftText.Compare }).ClickAsync();
        await Expect(admin.Page.Locator("[data-drift-outcome='Done']")).ToBeVisibleAsync();
        await screens.LookAsync("drift");
    }

    private static async Task LookAtTheDeskAsync(Operator admin, Screens screens)
    {
        var page = admin.Page;
        await page.GotoAsync("/handover");
        await Expect(page.Locator("[data-handover-item]").First).ToBeVisibleAsync();
        await screens.LookAsync("handover");
        await page.GetByRole(AriaRole.Button, new() { Name = HandoverText.Sign, Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-handover-state=Waiting]")).ToBeVisibleAsync();
        await screens.LookAsync("handover-signed");
        await page.GotoAsync("/admin/escalation");
        await page.GetByRole(AriaRole.Button, new() { Name = Say(EscalationText.EditOf, EscalationText.ShippedUnclaimed), Exact = true }).ClickAsync();
        await page.Locator("#rule-threshold").FillAsync("5");
        await screens.LookAsync("escalation-rules");
        await page.GetByRole(AriaRole.Button, new() { Name = EscalationText.Save, Exact = true }).ClickAsync();
        await page.GotoAsync("/escalation");
        await Expect(page.Locator("[data-firing][data-open=true]").First).ToBeVisibleAsync();
        await screens.LookAsync("escalations");
        await page.GotoAsync(BoardPage.Address);
        await Expect(page.Locator("[data-escalation]").First).ToBeVisibleAsync();
        await screens.LookAsync("board-escalated");
    }

    private static string Say(string text, string value) => string.Format(System.Globalization.CultureInfo.CurrentCulture, text, value);
}
