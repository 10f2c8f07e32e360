using System.Globalization;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Dossier, action plan, test and pin of a site, from its page to the callout's sheet.</summary>
public sealed class SiteCareTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Fact]
    public Task Dossier_EditedAndCodeWordRevealed_IsOnThePageAndAudited() => RunAsync(async () =>
    {
        var (console, admin, siteId) = await AtSiteAsync(Users.Admin);
        var page = admin.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = DossierText.Edit }).ClickAsync();
        await page.GetByLabel(DossierText.Hazards).FillAsync("Dogs in the yard");
        await page.GetByRole(AriaRole.Button, new() { Name = DossierText.AddContact }).ClickAsync();
        await page.GetByLabel(DossierText.Name, new() { Exact = true }).Last.FillAsync("P. Dlamini");
        await page.GetByRole(AriaRole.Button, new() { Name = DossierText.AddCodeWord }).ClickAsync();
        await page.GetByLabel(DossierText.Label).FillAsync("Cancel");
        await page.GetByLabel(DossierText.Word, new() { Exact = true }).FillAsync("heron");
        await page.GetByRole(AriaRole.Button, new() { Name = DossierText.Save }).ClickAsync();
        await Expect(page.GetByText(DossierText.Saved)).ToBeVisibleAsync();
        Assert.DoesNotContain("heron", await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show code word: Cancel" }).ClickAsync();
        await Expect(page.Locator("[data-code-word]")).ToHaveTextAsync("heron");
        await Expect(page.Locator("[data-change='site.codeword.read']")).ToHaveCountAsync(1);
        Assert.Equal(1, await console.Database.ReadAsync(db => db.AuditRecords.CountAsync(record => record.Kind == "site.codeword.read" && record.Subject == $"site:{siteId}")));
    });

    [Fact]
    public Task Plan_TickedByTwoBrowsers_IsLiveAndAsksWhyStepsStayOpen() => RunAsync(async () =>
    {
        var (console, admin, _) = await AtSiteAsync(Users.Admin);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = PlanText.EditSite }).ClickAsync();
        foreach (var (index, step) in new[] { "Call the keyholder", "Tell the client" }.Index())
        {
            await admin.Page.GetByRole(AriaRole.Button, new() { Name = PlanText.AddStep }).ClickAsync();
            // the new line comes from the server: until then the last one is the one before
            await Expect(admin.Page.Locator(".plan-form input[type='checkbox']")).ToHaveCountAsync(index + 1);
            await admin.Page.Locator(".plan-form input:not([type='checkbox'])").Last.FillAsync(step);
            await admin.Page.Locator(".plan-form input[type='checkbox']").Last.CheckAsync();
        }
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = PlanText.Save }).ClickAsync();
        await Expect(admin.Page.GetByText("Version 1 is in force")).ToBeVisibleAsync();

        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Created);
        await new SheetPage(dispatcher.Page).OpenAsync(id);
        await new SheetPage(admin.Page).OpenAsync(id);
        await dispatcher.Page.Locator("[data-step]").First.ClickAsync();
        await Expect(admin.Page.Locator("[data-step]").First).ToHaveAttributeAsync("aria-checked", "true");
        await Expect(admin.Page.Locator("[data-plan]")).ToHaveAttributeAsync("data-open", "1");

        await admin.Page.Keyboard.PressAsync("x");
        var dialog = admin.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel(CalloutText.StandDownReason, new() { Exact = true }).FillAsync("False alarm");
        await dialog.GetByRole(AriaRole.Button, new() { Name = CalloutText.StandDownConfirm }).ClickAsync();
        await Expect(dialog.GetByText(PlanText.StepsReasonMissing)).ToBeVisibleAsync();
        await dialog.Locator("#steps-reason").FillAsync("Client is on site");
        await dialog.GetByRole(AriaRole.Button, new() { Name = CalloutText.StandDownConfirm }).ClickAsync();
        await Expect(dispatcher.Page.Locator("[data-entry='StepsLeftOpen']")).ToContainTextAsync("Client is on site");
    });

    [Fact]
    public Task OnTest_CalloutMeanwhile_IsOnTheBoardMarkedAndCounted() => RunAsync(async () =>
    {
        var (console, dispatcher, siteId) = await AtSiteAsync(Users.Dispatcher);
        var page = dispatcher.Page;
        await page.GetByLabel(TestingText.Minutes).FillAsync("");
        await page.GetByLabel(TestingText.Reason).FillAsync("Line test");
        await page.GetByRole(AriaRole.Button, new() { Name = TestingText.Begin }).ClickAsync();
        await Expect(page.GetByText(TestingText.NoEnd)).ToBeVisibleAsync();
        await page.GetByLabel(TestingText.Minutes).FillAsync("5");
        await page.GetByLabel(TestingText.Minutes).PressAsync("Enter");
        await Expect(page.Locator("[data-on-test='true']")).ToHaveCountAsync(1);

        await page.GotoAsync("/sites/on-test");
        await Expect(page.Locator($"[data-on-test-site='{siteId}']")).ToBeVisibleAsync();
        var screens = new Screens(page, "dark");
        await screens.LookAsync("on-test");
        Assert.Empty(screens.Faults);

        var id = console.Aura.Raise("SITE-0001")!.Id;
        await page.GotoAsync(BoardPage.Address);
        await dispatcher.Board.ShowAllAsync();
        await Expect(page.Locator($"[data-callout-id='{id}']")).ToContainTextAsync(TestingText.Tag);
        await Expect(page.Locator($"[data-test-ends='{siteId}']")).ToBeVisibleAsync();
        await page.GotoAsync("/sites/on-test");
        await Expect(page.Locator($"[data-on-test-site='{siteId}'] td").Nth(4)).ToHaveTextAsync("1");
    });

    [Fact]
    public Task Pin_MovedByKeyboard_FollowsInTheFieldsAndIsSaved() => RunAsync(async () =>
    {
        var (console, admin, siteId) = await AtSiteAsync(Users.Admin);
        var screens = new Screens(admin.Page, "dark");
        await screens.LookAsync("site");
        Assert.Empty(screens.Faults);
        await admin.Page.GotoAsync($"/sites/{siteId}?edit=true");
        var latitude = admin.Page.GetByLabel(SitesText.FieldLatitude);
        await Expect(latitude).Not.ToHaveValueAsync("");
        var before = double.Parse(await latitude.InputValueAsync(), CultureInfo.InvariantCulture);
        var pin = admin.Page.Locator(".map-pin");
        await pin.FocusAsync();
        await pin.PressAsync("Shift+ArrowUp");
        await Expect(admin.Page.Locator("[data-pin-said]")).Not.ToBeEmptyAsync();
        await Expect(latitude).Not.ToHaveValueAsync(before.ToString("0.##########", CultureInfo.InvariantCulture));
        Assert.InRange((double.Parse(await latitude.InputValueAsync(), CultureInfo.InvariantCulture) - before) * 111320, 95, 105);

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = SitesText.SubmitSave }).ClickAsync();
        await Expect(admin.Page.Locator("[data-change='site.edited']")).ToContainTextAsync("Latitude:");
        Assert.InRange(((await console.Database.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == siteId))).Latitude!.Value - before) * 111320, 95, 105);
    });

    private async Task<(ConsoleHost Console, Operator Person, int SiteId)> AtSiteAsync(string user)
    {
        var console = await StartAsync();
        var person = await SignInAsync(console, user);
        await person.Sites.OpenAsync();
        var siteId = await console.Database.ReadAsync(db => db.Sites.Where(site => site.Reference == "SITE-0001").Select(site => site.Id).SingleAsync());
        await person.Page.GotoAsync($"/sites/{siteId}");
        await Expect(person.Page.Locator("[data-interactive='true']")).ToHaveCountAsync(1);
        await Expect(person.Page.Locator("[data-site-plan]")).ToBeVisibleAsync();
        return (console, person, siteId);
    }
}
