using System.Text.RegularExpressions;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static AuraConsole.E2E.Pages.CustomerSteps;
using static Microsoft.Playwright.Assertions;
using RaiseDialog = AuraConsole.E2E.Pages.RaiseDialog;

namespace AuraConsole.E2E;

/// <summary>Customers from the form to the erasure, and their callouts at a live location.</summary>
public sealed class CustomerTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Theory]
    [InlineData(Simulator.Dialect.Wrapped)]
    [InlineData(Simulator.Dialect.Bare)]
    public Task Customer_Registered_IsRaisedForJoinedAndFollowedToTheEnd(Simulator.Dialect dialect) => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Aura = aura => (aura.Dialect, aura.WrapLists, aura.CreateStatus) = (dialect, dialect == Simulator.Dialect.Bare, 201) });
        var person = await SignInAsync(console, Users.Dispatcher);
        var (page, raise) = (person.Page, person.Board.Raise);
        await RegisterAsync(page);
        var customer = page.Url;

        await OpenRaiseAsync(person);
        await TypePlaceAsync(raise, "-26.1", "28.05");
        await MovePinAsync(page, raise);
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        await raise.CloseAsync();
        var id = Assert.Single(console.Aura.State.Main.Callouts).Id;
        await person.Board.ShowAllAsync();
        await person.Board.ExpectStageAsync(id, CalloutStage.Created);
        await Expect(person.Board.Row(id)).ToContainTextAsync($"{Name} {Surname}");

        await page.GotoAsync(customer);
        await LiveAsync(page);
        await OpenRaiseAsync(person);
        await TypePlaceAsync(raise, "-26.1", "28.05");
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(CommandFace.Joined);
        Assert.Single(console.Aura.State.Main.Callouts);
        await raise.Element.GetByRole(AriaRole.Button, new() { Name = CalloutText.OpenCallout }).ClickAsync();
        await Expect(page.Locator($"[data-sheet='{id}']")).ToContainTextAsync($"{Name} {Surname}");
        await Expect(page.GetByText(SheetText.CopyTracking)).ToHaveCountAsync(1);

        while (console.Aura.State.Main.Callout(id)!.ClosedAt is null) await console.Api.StepAsync(id);
        await Expect(page.Locator($"[data-sheet='{id}']")).ToHaveAttributeAsync("data-stage", nameof(CalloutStage.Closed));
        await person.Board.ExpectClosedAsync(id);
    }, $"Customer-{dialect}");

    [Fact]
    public Task Customer_Erased_IsNamedNowhereAnyMore() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);
        var (page, raise) = (admin.Page, admin.Board.Raise);
        await RegisterAsync(page);
        var customer = page.Url;
        var auraId = await console.Database.ReadAsync(db => db.Customers.Where(one => one.Mobile == Mobile).Select(one => one.AuraId).SingleAsync());
        await OpenRaiseAsync(admin);
        await TypePlaceAsync(raise, "-26.1", "28.05");
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        var callout = Assert.Single(console.Aura.State.Main.Callouts).Id;

        await page.GotoAsync(customer);
        await LiveAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.Erase, Exact = true }).ClickAsync();
        await Expect(page.GetByText(CustomersText.EraseActive)).ToBeVisibleAsync();
        await page.Locator("#confirm-id").FillAsync("1");
        await EraseAsync(page);
        await Expect(page.GetByText(CustomersText.EraseNoMatch)).ToBeVisibleAsync();
        await page.Locator("#confirm-id").FillAsync($"{auraId}");
        await EraseAsync(page);
        await Expect(page.Locator("[data-erased]")).ToBeVisibleAsync();
        await ExpectNamelessAsync(page);

        await page.GotoAsync("/customers");
        await LiveAsync(page);
        await page.GetByLabel(CustomersText.ShowDeleted).CheckAsync();
        await Expect(page.GetByRole(AriaRole.Gridcell, new() { Name = $"{auraId}", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state=Erased]")).ToHaveTextAsync(new Regex(CustomersText.ErasedMark));
        await Expect(page.Locator("[data-state=Active]")).ToHaveCountAsync(0);
        await ExpectNamelessAsync(page);
        await admin.Callout.OpenAsync(callout);
        await Expect(page.Locator("[data-customer-card]")).ToContainTextAsync(RaiseCustomerText.CardErased);
        await ExpectNamelessAsync(page);
        Assert.False(await console.Database.ReadAsync(db => db.AuditRecords.AnyAsync(one => one.Detail!.Contains(Surname) || one.Detail.Contains(Mobile))));
    });

    [Fact]
    public Task Customer_WithoutAMouse_IsRegisteredAndRaisedFor() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await NewBrowserAsync(console);
        var (page, raise, hands) = (person.Page, person.Board.Raise, new Hands(person.Page));
        await hands.SignInAsync(Users.Dispatcher);
        await page.GotoAsync("/customers");
        await LiveAsync(page);

        await hands.PressAtAsync(page.GetByRole(AriaRole.Link, new() { Name = CustomersText.Register }));
        await Expect(page.Locator("#customer-name")).ToBeFocusedAsync();
        await hands.TypeAsync(Name);
        await hands.TypeAtAsync(page.Locator("#customer-surname"), Surname);
        await hands.TypeAtAsync(page.Locator("#customer-mobile"), Mobile);
        await hands.PressAtAsync(page.Locator("#customer-terms-type"), "ArrowDown");
        await hands.PressAtAsync(Submit(page));
        await Expect(page).ToHaveURLAsync(OneCustomer());

        await hands.PressAtAsync(RaiseLink(page));
        await Expect(raise.Element).ToBeVisibleAsync();
        await hands.PressAtAsync(raise.Element.Locator("#raise-type"), "ArrowDown");
        await hands.TypeAtAsync(raise.Element.Locator("#place-latitude"), "-26.1");
        await hands.TypeAtAsync(raise.Element.Locator("#place-longitude"), "28.05");
        await hands.TabToAsync(raise.Element.Locator(".map-place"), "Shift+Tab");
        await ArrowAsync(page, raise);
        await hands.PressAtAsync(raise.Confirm);

        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        Assert.Single(console.Aura.State.Main.Callouts);
    });

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task Screens_InATheme_AreAccessibleAndFit(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await NewBrowserAsync(console);
        await person.ChooseThemeAsync(theme);
        await person.Page.GotoAsync(BoardPage.Address);
        await person.SignIn.SignInAsync(Users.Admin);
        await person.Board.ExpectLiveAsync();
        var (page, raise, screens) = (person.Page, person.Board.Raise, new Screens(person.Page, theme));
        await FillAsync(page);
        await screens.LookAsync("customer-form");
        await Submit(page).ClickAsync();
        await Expect(page).ToHaveURLAsync(OneCustomer());
        await Expect(page.GetByText(CustomersText.Registered)).ToBeVisibleAsync();
        await screens.LookAsync("customer");
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.Delete, Exact = true }).ClickAsync();
        await screens.LookAsync("customer-delete");
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.Cancel }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.CancelSubscription, Exact = true }).ClickAsync();
        await screens.LookAsync("customer-subscription-cancel");
        await page.GotoAsync("/customers");
        await LiveAsync(page);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = $"{Name} {Surname[0]}." })).ToBeVisibleAsync();
        await screens.LookAsync("customers");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{Name} {Surname[0]}." }).ClickAsync();

        await OpenRaiseAsync(person);
        await TypePlaceAsync(raise, "-29.1", "26.2");
        await page.SetViewportSizeAsync(1280, 800);
        await Expect(raise.Element.Locator("[data-coverage=Outside]")).ToBeInViewportAsync(new() { Ratio = 1 });
        await screens.LookAsync("customer-raise");
        await raise.Confirm.ClickAsync();
        await Expect(raise.Element.GetByText(RaiseCustomerText.OutsideNeed)).ToBeVisibleAsync();
        await raise.Element.Locator("#raise-anyway").CheckAsync();
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        await screens.LookAsync("customer-raised");
        await raise.Element.GetByRole(AriaRole.Button, new() { Name = CalloutText.OpenCallout }).ClickAsync();
        await Expect(page.Locator("[data-customer-card]")).ToBeVisibleAsync();
        await page.Locator("[data-customer-card]").ScrollIntoViewIfNeededAsync();
        await screens.LookAsync("customer-sheet");

        Assert.Empty(screens.Faults);
    }, $"Screens-{theme}");

    private static async Task MovePinAsync(IPage page, RaiseDialog raise)
    {
        await raise.Element.Locator(".map-place").FocusAsync();
        await ArrowAsync(page, raise);
    }

    /// <summary>The pin has the focus, is where it can be seen, and an arrow key moves it and the coordinates.</summary>
    private static async Task ArrowAsync(IPage page, RaiseDialog raise)
    {
        await Expect(raise.Element.Locator(".map-place > span")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(raise.Element.Locator("#place-latitude")).ToHaveValueAsync(new Regex("^-26\\.09"));
    }

    private static Task EraseAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = CustomersText.EraseConfirm, Exact = true }).ClickAsync();

    private static async Task ExpectNamelessAsync(IPage page)
    {
        await Expect(page.GetByText(Name)).ToHaveCountAsync(0);
        await Expect(page.GetByText(Surname)).ToHaveCountAsync(0);
        await Expect(page.GetByText(Mobile)).ToHaveCountAsync(0);
    }
}
