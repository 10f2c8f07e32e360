using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Patrols from the form to the missed visit, against the simulator in both dialects.</summary>
public sealed class PatrolTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Customer = "450001";
    private const int MostTabs = 80;

    private static readonly Dictionary<string, string> Quick = new() { ["Patrols:LookEvery"] = "00:00:00.2" };

    [Theory]
    [InlineData(Simulator.Dialect.Wrapped)]
    [InlineData(Simulator.Dialect.Bare)]
    public Task Patrols_SingleAndRepeatingAcrossAChange_AreSeenInAllViewsAndOneIsCancelled(Simulator.Dialect dialect) => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Aura = aura => aura.Dialect = dialect, Configuration = Quick });
        var page = (await SignInAsync(console, Users.Dispatcher)).Page;
        var tomorrow = Johannesburg.Today.AddDays(1);
        await FillAsync(page, "Lock up", tomorrow, "18:00");
        await page.Locator("#patrol-zone").FillAsync("Africa/Johannesburg");
        await SubmitAsync(page);
        await Expect(page.Locator("[data-patrol-state=Confirmed]")).ToBeVisibleAsync();
        // the last Sunday of October or March lies within the ten visits
        await FillAsync(page, "Night round", BeforeLondonChange(), "01:30");
        await page.Locator("#patrol-zone").FillAsync("Europe/London");
        await page.Locator("#patrol-repeat").SelectOptionAsync(nameof(PatrolRepeat.Daily));
        await Expect(page.Locator("[data-preview] tbody tr")).ToHaveCountAsync(10);
        await Expect(page.Locator("[data-preview] tr[data-change]").First).ToContainTextAsync("Clocks change");
        await SubmitAsync(page);
        await Expect(page.Locator("[data-patrol-state=Confirmed]")).ToBeVisibleAsync();

        await page.GotoAsync("/patrols?view=list");
        await Expect(page.Locator("tr[data-patrol]")).ToHaveCountAsync(2);
        await page.GotoAsync("/patrols?view=sites");
        await LiveAsync(page);
        await page.Locator("#timeline-day").FillAsync(tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await Expect(page.Locator("a.visit").First).ToBeVisibleAsync();
        await page.GotoAsync("/patrols");
        await LiveAsync(page);
        foreach (var view in new[] { "Day", "Week", "Month" })
        {
            var choice = page.GetByRole(AriaRole.Button, new() { Name = view, Exact = true });
            await choice.ClickAsync();
            if (view == "Day")
            {
                // the view changes on the server: a week's arrow pressed too soon would lead a week on; a press while the calendar is
                // being drawn for the first time may meet nothing, and a person would press again
                var title = page.Locator(".rz-scheduler-nav-title");
                if (!await BecomesADayAsync(title))
                    await choice.ClickAsync();
                await Expect(title).Not.ToContainTextAsync(" - ");
                await page.Locator(".rz-next").ClickAsync();
                await Expect(title).ToContainTextAsync(tomorrow.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture));
            }
            await Expect(page.Locator(".rz-event[data-patrol], [data-patrol]").First).ToBeVisibleAsync();
        }

        await page.GotoAsync("/patrols?view=list");
        await LiveAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lock up" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.CancelPatrol }).ClickAsync();
        await page.GetByLabel(PatrolsText.CancelReason).FillAsync("Client has a guard of its own");
        await page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.CancelConfirm }).ClickAsync();
        await Expect(page.Locator("[data-cancel-state=Confirmed]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-visit-state=Cancelled]")).ToHaveCountAsync(1);
    }, $"Patrols-{dialect}");

    [Fact]
    public Task Patrol_NobodyComes_IsMissedOnTheBoardAndAcknowledgedByName() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Configuration = Quick });
        var supervisor = await SignInAsync(console, Users.Supervisor);
        var page = supervisor.Page;
        await FillAsync(page, "Lock up", Johannesburg.Today.AddDays(1), "18:00");
        await SubmitAsync(page);
        await Expect(page.Locator("[data-visit-state=Due]")).ToHaveCountAsync(1);
        await page.GotoAsync("/");
        await supervisor.Board.ExpectLiveAsync();

        // the visit is moved into the past, which to it is the clock moved on
        await console.Database.ReadAsync(db => db.PatrolOccurrences.ExecuteUpdateAsync(set => set
            .SetProperty(o => o.StartsAt, DateTimeOffset.UtcNow.AddMinutes(-40)).SetProperty(o => o.EndsAt, DateTimeOffset.UtcNow.AddMinutes(20))));

        var alert = page.Locator(".patrol-alerts [data-missed=true]");
        await Expect(alert).ToContainTextAsync("Lock up");
        await Expect(page.Locator("[data-patrol-alerts='1']")).ToBeVisibleAsync();
        await alert.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(alert).ToHaveCountAsync(0);
        Assert.NotNull(await console.Database.ReadAsync(db => db.PatrolOccurrences.Select(o => o.AcknowledgedByName).SingleAsync()));
    });

    [Fact]
    public Task Patrol_WithoutAMouse_IsScheduled() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Configuration = Quick });
        var page = (await SignInAsync(console, Users.Dispatcher)).Page;
        var tomorrow = Johannesburg.Today.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await page.GotoAsync($"/patrols/new?date={tomorrow}&time=18:00");
        await LiveAsync(page);

        await TabToAsync(page, page.Locator("#raise-site"));
        await page.Keyboard.TypeAsync("SITE-0001");
        await Expect(page.Locator("li[role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".chosen")).ToBeVisibleAsync();
        await TabToAsync(page, page.Locator("#patrol-name"));
        await page.Keyboard.TypeAsync("Lock up");
        await TabToAsync(page, page.Locator("#patrol-customer"));
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(Customer);
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.Submit }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("[data-patrol-state=Confirmed]")).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task Screens_InATheme_AreAccessibleAndFit(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Configuration = Quick });
        var admin = await NewBrowserAsync(console);
        await admin.ChooseThemeAsync(theme);
        await admin.Page.GotoAsync(BoardPage.Address);
        await admin.SignIn.SignInAsync(Users.Admin);
        await admin.Board.ExpectLiveAsync();
        var (page, screens) = (admin.Page, new Screens(admin.Page, theme));
        await FillAsync(page, "Lock up", Johannesburg.Today.AddDays(1), "18:00");
        await page.Locator("#patrol-repeat").SelectOptionAsync(nameof(PatrolRepeat.Weekly));
        await page.GetByLabel("Mon", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Fri", new() { Exact = true }).CheckAsync();
        await screens.LookAsync("patrol-form");
        await SubmitAsync(page);
        await Expect(page.Locator("[data-patrol-state=Confirmed]")).ToBeVisibleAsync();
        await screens.LookAsync("patrol");
        await page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.CancelPatrol }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.CancelConfirm }).ClickAsync();
        await screens.LookAsync("patrol-cancel");
        foreach (var (path, name) in new[] { ("/patrols", "patrols-week"), ("/patrols?view=sites", "patrols-sites"), ("/patrols?view=list", "patrols-list"), ("/patrols/import", "patrols-import") })
        {
            await page.GotoAsync(path);
            await LiveAsync(page);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            await screens.LookAsync(name);
        }

        await LookAtTheCalendarAsync(page, screens);
        await page.GotoAsync("/patrols/new");
        await LiveAsync(page);
        await page.Locator("#patrol-for-customer").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.PlaceToo }).ClickAsync();
        await SubmitAsync(page);
        await Expect(page.GetByText(PatrolsText.NeedAddress).First).ToBeVisibleAsync();
        await screens.LookAsync("patrol-form-customer");

        Assert.Empty(screens.Faults);
    });

    private static async Task LookAtTheCalendarAsync(IPage page, Screens screens)
    {
        await page.GotoAsync("/patrols");
        await LiveAsync(page);
        foreach (var view in new[] { "Day", "Month" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = view, Exact = true }).ClickAsync();
            await Expect(page.Locator(view == "Day" ? ".rz-day-view" : ".rz-month-view")).ToBeVisibleAsync();
            await screens.LookAsync($"patrols-{view.ToLowerInvariant()}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Week", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-slot]").First).ToBeAttachedAsync();
        await page.Locator(".rz-next").ClickAsync();
        var visit = page.Locator("[data-patrol]").First;
        await visit.DragToAsync(page.Locator("[data-slot$='T20:00']").First);
        await Expect(page.GetByRole(AriaRole.Dialog).Or(page.Locator(".notice.warn")).First).ToBeVisibleAsync();
        await screens.LookAsync("patrols-move");
    }

    private static async Task FillAsync(IPage page, string name, DateTime day, string time)
    {
        await page.GotoAsync("/patrols/new");
        await LiveAsync(page);
        await page.Locator("#raise-site").PressSequentiallyAsync("SITE-0001");
        await page.Locator("li[role=option]").First.ClickAsync();
        await page.Locator("#patrol-name").FillAsync(name);
        await page.Locator("#patrol-customer").FillAsync(Customer);
        await page.Locator("#patrol-date").FillAsync(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("#patrol-time").FillAsync(time);
    }

    private static Task SubmitAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.Submit }).ClickAsync();

    private static async Task<bool> BecomesADayAsync(ILocator title)
    {
        try
        {
            await Expect(title).Not.ToContainTextAsync(" - ", new() { Timeout = 3000 });
            return true;
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    private static Task LiveAsync(IPage page) => Expect(page.Locator("[data-interactive=true]")).ToBeVisibleAsync();

    private static DateTime BeforeLondonChange()
    {
        for (var day = Johannesburg.Today.AddDays(2); ; day = day.AddDays(1))
        {
            if (day is { Month: 3 or 10, DayOfWeek: DayOfWeek.Sunday } && day.AddDays(7).Month != day.Month)
                return day.AddDays(-1);
        }
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard does not reach it.");
    }
}
