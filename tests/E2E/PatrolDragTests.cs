using System.Globalization;
using System.Text.RegularExpressions;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Dragging in the calendar makes a new patrol, and never moves one silently.</summary>
public sealed class PatrolDragTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const int MostDays = 8;

    /// <summary>Next week's Tuesday: always ahead, and always in the view after this week's.</summary>
    private static readonly string Day = NextTuesday().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Week")]
    [InlineData("Day")]
    public Task Calendar_DraggedOverFreeTime_OpensTheFormWithStartAndLength(string view) => RunAsync(async () =>
    {
        var page = (await SignInAsync(await StartAsync(), Users.Dispatcher)).Page;
        if (view == "Week")
            await NextWeekAsync(page);
        else
            await OpenDayAsync(page);

        await PressOverAsync(page, Slot(page, "11:30"), Slot(page, "10:00"));

        await Expect(page).ToHaveURLAsync(new Regex("/patrols/new\\?"));
        await Expect(page.Locator("#patrol-date")).ToHaveValueAsync(Day);
        await Expect(page.Locator("#patrol-time")).ToHaveValueAsync(new Regex("^10:00"));
        await Expect(page.Locator("#patrol-minutes")).ToHaveValueAsync("120");
    }, $"Drag-{view}");

    [Fact]
    public Task Visit_Dragged_IsAskedAboutAndOnlyThenReplaced() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var page = (await SignInAsync(console, Users.Dispatcher)).Page;
        await page.GotoAsync($"/patrols/new?date={Day}&time=10:00&minutes=60");
        await LiveAsync(page);
        await page.Locator("#raise-site").PressSequentiallyAsync("SITE-0001");
        await page.Locator("li[role=option]").First.ClickAsync();
        await page.Locator("#patrol-name").FillAsync("Lock up");
        await page.Locator("#patrol-customer").FillAsync("450001");
        await page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.Submit }).ClickAsync();
        await Expect(page.Locator("[data-patrol-state=Confirmed]")).ToBeVisibleAsync();
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = PatrolsText.MoveTitle });

        await NextWeekAsync(page);
        var visit = page.Locator("[data-patrol]").First;
        await visit.DragToAsync(Slot(page, "14:00"));
        await Expect(asked).ToContainTextAsync(PatrolsText.MoveText);
        await asked.GetByRole(AriaRole.Button, new() { Name = PatrolsText.Close, Exact = true }).Last.ClickAsync();
        await Expect(asked).ToHaveCountAsync(0);
        Assert.Equal(1, await console.Database.ReadAsync(db => db.PatrolCommands.CountAsync()));

        await visit.DragToAsync(Slot(page, "14:00"));
        await asked.GetByRole(AriaRole.Button, new() { Name = PatrolsText.MoveConfirm }).ClickAsync();
        await Expect(asked).ToContainTextAsync(PatrolsText.NeedReason);
        await page.Locator("#move-reason").FillAsync("The client closes later");
        await asked.GetByRole(AriaRole.Button, new() { Name = PatrolsText.MoveConfirm }).ClickAsync();
        await Expect(asked).ToContainTextAsync(PatrolsText.MoveNewDone);
        await Expect(asked).ToContainTextAsync(PatrolsText.MoveOldCancelled);

        var patrols = await console.Database.ReadAsync(db => db.Patrols.AsNoTracking().OrderBy(one => one.Id).ToListAsync());
        Assert.Equal([CommandState.Confirmed, null], patrols.Select(one => one.CancelState));
        Assert.Equal([new TimeOnly(10, 0), new TimeOnly(14, 0)], patrols.Select(one => one.StartTime));
    });

    private static ILocator Slot(IPage page, string time) => page.Locator($"[data-slot='{Day}T{time}']");

    private static async Task NextWeekAsync(IPage page)
    {
        await page.GotoAsync("/patrols");
        await LiveAsync(page);
        await Expect(page.Locator("[data-drag=on] [data-slot]").First).ToBeAttachedAsync();
        await page.Locator(".rz-next").ClickAsync();
        await Expect(Slot(page, "10:00")).ToBeAttachedAsync();
    }

    private static async Task OpenDayAsync(IPage page)
    {
        await page.GotoAsync("/patrols");
        await LiveAsync(page);
        await Expect(page.Locator("[data-drag=on] [data-slot]").First).ToBeAttachedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Day", Exact = true }).ClickAsync();
        await Expect(page.Locator(".rz-day-view")).ToBeVisibleAsync();
        for (var day = 0; day < MostDays && await Slot(page, "10:00").CountAsync() == 0; day++)
        {
            var title = await page.Locator(".rz-scheduler-nav-title").InnerTextAsync();
            await page.Locator(".rz-next").ClickAsync();
            await Expect(page.Locator(".rz-scheduler-nav-title")).Not.ToHaveTextAsync(title);
        }
    }

    private static async Task PressOverAsync(IPage page, ILocator from, ILocator to)
    {
        await to.ScrollIntoViewIfNeededAsync();
        await from.ScrollIntoViewIfNeededAsync();
        var (first, last) = ((await from.BoundingBoxAsync())!, (await to.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(first.X + (first.Width / 2), first.Y + (first.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(last.X + (last.Width / 2), last.Y + (last.Height / 2), new() { Steps = 5 });
        await Expect(page.Locator("[data-chosen]")).ToHaveCountAsync(4);
        await page.Mouse.UpAsync();
    }

    private static DateTime NextTuesday()
    {
        var today = Johannesburg.Today;
        return today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + 8);
    }

    private static Task LiveAsync(IPage page) => Expect(page.Locator("[data-interactive=true]")).ToHaveCountAsync(1);
}
