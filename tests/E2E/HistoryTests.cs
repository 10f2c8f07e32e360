using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>The past: found again by filters, opened, kept as a view, and led back to by the browser's own button.</summary>
public sealed class HistoryTests(BrowserFixture browsers, ITestOutputHelper output) : KeyboardTest(browsers, output)
{
    [Fact]
    public Task History_FilteredOpenedAndSaved_IsFoundAgainByAddressBackButtonAndView() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await SignInAsync(console, Users.Supervisor);
        var ids = await RaiseAsync(console, person, 3);
        var page = person.Page;
        for (var step = 0; step < 2; step++) await console.Api.StepAsync(ids[0]);
        await person.Board.ShowAllAsync();
        await person.Board.ExpectStageAsync(ids[0], CalloutStage.Dispatched);

        await page.GetByRole(AriaRole.Navigation).First.GetByRole(AriaRole.Link, new() { Name = HistoryText.Nav, Exact = true }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);
        await page.Locator("#history-stage").SelectOptionAsync(nameof(CalloutStage.Created));
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("stage=Created"));
        await Expect(page.Locator("[data-count='2']")).ToBeVisibleAsync();

        await page.Locator("#history-view-name").FillAsync("Not on the way");
        await page.GetByRole(AriaRole.Button, new() { Name = HistoryText.ViewSave }).ClickAsync();
        await Expect(page.GetByText(HistoryText.ViewSaved)).ToBeVisibleAsync();

        await page.Locator($"[data-history='{ids[2]}'] a").ClickAsync();
        await Expect(page.Locator($"[data-record='{ids[2]}'] [data-entry]").First).ToBeVisibleAsync();
        await page.Locator("[data-delivery] button").First.ClickAsync();
        await Expect(page.Locator("[data-delivery] pre").First).ToContainTextAsync("message");
        Assert.Equal(1, await console.Database.ReadAsync(db => db.AuditRecords.CountAsync(record => record.Kind == Web.Webhooks.DeliveryReading.Kind)));

        await page.GoBackAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await page.GoBackAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);
        await page.Locator("#history-view").SelectOptionAsync(new SelectOptionValue { Label = "Not on the way" });
        await Expect(Rows(page)).ToHaveCountAsync(2);

        var other = await SignInAsync(console, Users.Supervisor);
        await other.Page.GotoAsync(new Uri(page.Url).PathAndQuery);
        await Expect(Rows(other.Page)).ToHaveCountAsync(2);
        await Expect(other.Page.Locator("#history-view option:checked")).ToHaveTextAsync("Not on the way");
    });

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task History_WithoutAMouse_IsSearchedAndOpened(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Supervisor, (width, height, theme));
        var ids = await RaiseAsync(console, person, 2);
        await hands.PressAtAsync(person.Page.GetByRole(AriaRole.Navigation).First.GetByRole(AriaRole.Link, new() { Name = HistoryText.Nav, Exact = true }));
        await Expect(Rows(person.Page)).ToHaveCountAsync(2);

        await hands.TypeAtAsync(person.Page.Locator("#history-text"), $"{ids[1]}");
        await Expect(Rows(person.Page)).ToHaveCountAsync(1);
        await hands.PressAtAsync(person.Page.Locator("[data-history] a"));

        await Expect(person.Page.Locator($"[data-record='{ids[1]}']")).ToBeVisibleAsync();
        await hands.PressAtAsync(person.Page.Locator("[data-delivery] button").First);
        await Expect(person.Page.Locator("[data-delivery] pre").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task Report_OfToday_IsShownAndItsFileHoldsNoFormula() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await SignInAsync(console, Users.Supervisor);
        await RaiseAsync(console, person, 2);
        await console.Database.ReadAsync(db => db.Callouts.ExecuteUpdateAsync(set => set.SetProperty(c => c.SiteName, "=HYPERLINK(\"http://x\")")));
        var page = person.Page;

        await page.GotoAsync("/reports");
        await Expect(page.Locator("[data-report='2']")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-table='counts'] tbody tr").First).ToContainTextAsync("2");
        await Expect(page.Locator("[data-table='days'] .rz-chart")).ToBeVisibleAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-table='frequent'] a").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.Equal(3, lines.Length);
        Assert.All(lines[1..], line => Assert.StartsWith("\"'=HYPERLINK", line, StringComparison.Ordinal));
        Assert.Equal(1, await console.Database.ReadAsync(db => db.AuditRecords.CountAsync(record => record.Kind == "report.exported")));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".rail")).ToBeHiddenAsync();
        await Expect(page.Locator("#report-from")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-table='counts']")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        Assert.NotEmpty(await page.PdfAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        // a period that is too long says so, and keeps its place in the address
        await page.Locator("#report-from").FillAsync("2020-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = ReportsText.Make }).ClickAsync();
        await Expect(page.GetByText(Web.Components.Controls.Say.With(ReportsText.PeriodTooLong, 366))).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("from=2020-01-01"));
        await page.GoBackAsync();
        await Expect(page.Locator("[data-report='2']")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Past_ForADispatcher_IsClosed() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await SignInAsync(console, Users.Dispatcher);
        await Expect(person.Page.GetByRole(AriaRole.Link, new() { Name = HistoryText.Nav, Exact = true })).ToHaveCountAsync(0);
        foreach (var address in new[] { "/history", "/history/1", "/reports" })
        {
            await person.Page.GotoAsync(address);
            await Expect(person.Page.GetByText(LayoutText.ForbiddenTitle)).ToBeVisibleAsync();
        }
        var answer = await person.Page.APIRequest.GetAsync(new Uri(console.Address, "/reports/csv/counts").AbsoluteUri, new() { MaxRedirects = 0 });
        Assert.NotEqual(200, answer.Status);
    });

    private static ILocator Rows(IPage page) => page.Locator("[data-history]");

    private static async Task<List<long>> RaiseAsync(ConsoleHost console, Operator person, int count)
    {
        var ids = console.Aura.State.Main.Sites.Take(count).Select(site => console.Aura.Raise(site.Reference)!.Id).ToList();
        await person.Board.ShowAllAsync();
        foreach (var id in ids) await person.Board.ExpectStageAsync(id, CalloutStage.Created);
        return ids;
    }
}
