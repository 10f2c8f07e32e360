using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static AuraConsole.E2E.Pages.CustomerSteps;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Subscriptions, the soft delete, and what somebody without a subscription is told.</summary>
public sealed class CustomerCareTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    // the simulator's own: the subscription of this one has lapsed
    private const long Lapsed = 450_006;

    [Theory]
    [InlineData(Simulator.Dialect.Wrapped)]
    [InlineData(Simulator.Dialect.Bare)]
    public Task Subscription_IsRenewedCancelledAndANewOneActivated(Simulator.Dialect dialect) => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Aura = aura => (aura.Dialect, aura.WrapLists) = (dialect, dialect == Simulator.Dialect.Bare) });
        var page = (await SignInAsync(console, Users.Supervisor)).Page;
        await RegisterAsync(page);
        var card = page.Locator("[data-subscriptions]");

        await card.GetByRole(AriaRole.Button, new() { Name = CustomersText.Renew, Exact = true }).ClickAsync();
        await page.Locator("#renew-to").FillAsync("2031-12-31");
        await card.GetByRole(AriaRole.Button, new() { Name = CustomersText.RenewSubmit }).ClickAsync();
        await Expect(page.GetByText(CustomersText.Renewed)).ToBeVisibleAsync();
        await Expect(card).ToContainTextAsync("31 Dec 2031");

        await card.GetByRole(AriaRole.Button, new() { Name = CustomersText.CancelSubscription, Exact = true }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = CustomersText.CancelSubmit }).ClickAsync();
        await Expect(page.GetByText(CustomersText.SubscriptionCancelled)).ToBeVisibleAsync();
        await Expect(card.Locator("[data-uncovered]")).ToContainTextAsync(CustomersText.NotCovered);
        await Expect(RaiseLink(page)).ToHaveCountAsync(0);

        await card.GetByRole(AriaRole.Button, new() { Name = CustomersText.Activate, Exact = true }).ClickAsync();
        await page.Locator("#activate-type").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await card.GetByRole(AriaRole.Button, new() { Name = CustomersText.ActivateSubmit, Exact = true }).ClickAsync();
        await Expect(page.GetByText(CustomersText.Activated)).ToBeVisibleAsync();
        await Expect(RaiseLink(page)).ToBeVisibleAsync();
    }, $"Subscription-{dialect}");

    [Fact]
    public Task Customer_WithoutASubscription_IsToldWhyAndShownTheWayOut() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await SignInAsync(console, Users.Dispatcher);
        var (page, raise) = (person.Page, person.Board.Raise);
        await LookUpAsync(page, Lapsed);
        await Expect(page.Locator("[data-subscriptions='Lapsed'] [data-uncovered]")).ToContainTextAsync(CustomersText.NotCovered);
        await Expect(RaiseLink(page)).ToHaveCountAsync(0);
        var id = await console.Database.ReadAsync(db => db.Customers.Where(one => one.AuraId == Lapsed).Select(one => one.Id).SingleAsync());

        await page.GotoAsync($"/?raise=c{id}");
        await Expect(raise.Element.Locator("[data-uncovered]")).ToContainTextAsync(RaiseCustomerText.NotCovered);
        await Expect(raise.Confirm).ToBeDisabledAsync();
        await raise.Element.GetByRole(AriaRole.Link, new() { Name = RaiseCustomerText.NotCoveredWay }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.Activate, Exact = true }).ClickAsync();
        await page.Locator("#activate-type").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.ActivateSubmit, Exact = true }).ClickAsync();
        await Expect(RaiseLink(page)).ToBeVisibleAsync();
        Assert.Empty(console.Aura.State.Main.Callouts);
    });

    [Fact]
    public Task Customer_Deleted_IsShownAsDeletedAndCannotBeRaisedFor() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var page = (await SignInAsync(console, Users.Supervisor)).Page;
        await RegisterAsync(page);
        var auraId = await console.Database.ReadAsync(db => db.Customers.Where(one => one.Mobile == Mobile).Select(one => one.AuraId).SingleAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.Delete, Exact = true }).ClickAsync();
        await page.Locator("#confirm-id").FillAsync($"{auraId}");
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.DeleteConfirm }).ClickAsync();
        await Expect(page.GetByText(CustomersText.DeletedNotice)).ToBeVisibleAsync();
        await Expect(page.Locator("header [data-state=Deleted]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-subscriptions] [data-state=Active]")).ToHaveCountAsync(0);
        await Expect(RaiseLink(page)).ToHaveCountAsync(0);
        Assert.Null(console.Aura.State.Main.Customers.Customer(auraId));

        await page.GotoAsync("/customers");
        await LiveAsync(page);
        var line = page.GetByRole(AriaRole.Gridcell, new() { Name = $"{auraId}", Exact = true });
        await Expect(page.GetByText(CustomersText.ListEmptyTitle)).ToBeVisibleAsync();
        await page.GetByLabel(CustomersText.ShowDeleted).CheckAsync();
        await Expect(line).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state=Deleted]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state=Active]")).ToHaveCountAsync(0);
    });
}
