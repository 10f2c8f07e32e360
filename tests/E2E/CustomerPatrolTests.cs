using System.Globalization;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static AuraConsole.E2E.Pages.CustomerSteps;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>A patrol that visits a customer: from the customer's page to every view, and to the erasure.</summary>
public sealed class CustomerPatrolTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Street = "4 Quiet Lane";
    private const string Masked = "Naledi K.";

    private static string Tomorrow => Johannesburg.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(Simulator.Dialect.Wrapped)]
    [InlineData(Simulator.Dialect.Bare)]
    public Task Patrol_ForACustomer_IsShownMaskedEverywhereAndGoesWithTheErasure(Simulator.Dialect dialect) => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Aura = aura => aura.Dialect = dialect });
        var page = (await SignInAsync(console, Users.Admin)).Page;
        await RegisterAsync(page);
        var customer = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = CustomersText.SchedulePatrol }).ClickAsync();
        await Expect(page.Locator(".chosen[data-customer]")).ToContainTextAsync(Masked);
        await page.Locator("#patrol-name").FillAsync("Evening look");
        await page.Locator("#patrol-date").FillAsync(Tomorrow);
        await page.Locator("#patrol-time").FillAsync("18:00");
        await SubmitPatrolAsync(page);
        await Expect(page.Locator("[role=alert]").Filter(new() { HasText = PatrolsText.NeedAddress }).First).ToBeVisibleAsync();
        await page.Locator("#patrol-address").FillAsync(Street);
        await SubmitPatrolAsync(page);
        await Expect(page.Locator("[data-patrol-state=Confirmed]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-whom]")).ToHaveTextAsync(Masked);
        await Expect(page.GetByText(Street).First).ToBeVisibleAsync();
        var patrol = page.Url;
        Assert.True(await console.Database.ReadAsync(db => db.AuditRecords.AnyAsync(one => one.Kind == "customer.patrol-opened")));

        foreach (var view in new[] { "list", "sites", "calendar" })
        {
            await page.GotoAsync($"/patrols?view={view}");
            await LiveAsync(page);
            if (view == "sites") await page.Locator("#timeline-day").FillAsync(Tomorrow);
            if (view == "calendar") await page.GetByRole(AriaRole.Button, new() { Name = "Month", Exact = true }).ClickAsync();
            await Expect(page.Locator(".timeline tbody th, tr[data-patrol], [data-patrol]").Filter(new() { HasText = Masked }).First).ToBeVisibleAsync();
        }

        await page.GotoAsync(customer);
        await LiveAsync(page);
        await EraseAsync(page, console);
        await Expect(page.GetByText(CustomersText.HasPatrols).First).ToBeVisibleAsync();
        await page.GotoAsync(patrol);
        await page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.CancelPatrol }).ClickAsync();
        await page.GetByLabel(PatrolsText.CancelReason).FillAsync("Moves away");
        await page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.CancelConfirm }).ClickAsync();
        await Expect(page.Locator("[data-cancel-state=Confirmed]")).ToBeVisibleAsync();
        await page.GotoAsync(customer);
        await LiveAsync(page);
        await EraseAsync(page, console);
        await Expect(page.Locator("[data-erased]")).ToBeVisibleAsync();
        await page.GotoAsync(patrol);
        await Expect(page.Locator("[data-whom]")).ToContainTextAsync("erased");
        await Expect(page.GetByText(Street)).ToHaveCountAsync(0);
        await Expect(page.GetByText(Name)).ToHaveCountAsync(0);
    }, $"CustomerPatrol-{dialect}");

    [Fact]
    public Task Patrol_ForACustomerWithoutAMouse_IsMadeAndCancelled() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await NewBrowserAsync(console);
        var (page, hands) = (person.Page, new Hands(person.Page));
        await hands.SignInAsync(Users.Dispatcher);
        await LookUpAsync(page, 450_001);
        await page.GotoAsync($"/patrols/new?date={Tomorrow}&time=18:00");
        await LiveAsync(page);

        await hands.TabToAsync(page.Locator("#patrol-for-site"));
        await hands.PressAsync("ArrowRight");
        await hands.TabToAsync(page.Locator("#raise-customer"));
        await hands.TypeAsync("lindiwe");
        await Expect(page.Locator("li[role=option]")).ToHaveCountAsync(1);
        await hands.PressAsync("Enter");
        await Expect(page.Locator(".chosen[data-customer]")).ToContainTextAsync("Lindiwe N.");
        await hands.TypeAtAsync(page.Locator("#patrol-address"), Street);
        await hands.TypeAtAsync(page.Locator("#patrol-name"), "Evening look");
        await hands.PressAtAsync(page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.Submit }));
        await Expect(page.Locator("[data-patrol-state=Confirmed]")).ToBeVisibleAsync();

        await hands.PressAtAsync(page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.CancelPatrol }));
        await hands.TypeAtAsync(page.GetByLabel(PatrolsText.CancelReason), "Not needed");
        await hands.PressAtAsync(page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.CancelConfirm }));
        await Expect(page.Locator("[data-cancel-state=Confirmed]")).ToBeVisibleAsync();
    });

    private static Task SubmitPatrolAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = PatrolsText.Submit }).ClickAsync();

    private static async Task EraseAsync(IPage page, ConsoleHost console)
    {
        var auraId = await console.Database.ReadAsync(db => db.Customers.Where(one => one.Mobile == Mobile).Select(one => one.AuraId).SingleAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.Erase, Exact = true }).ClickAsync();
        await page.Locator("#confirm-id").FillAsync($"{auraId}");
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.EraseConfirm, Exact = true }).ClickAsync();
    }
}
