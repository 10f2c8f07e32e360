using System.Globalization;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Twelve hours at the board: narrowing it, working on many callouts, and sharing it with others.</summary>
public sealed class BoardWorkspaceTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Fact]
    public Task Filter_ByKeyboard_NarrowsAndSurvivesAReload() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (one, two) = (console.Aura.Raise("SITE-0001")!.Id, console.Aura.Raise("SITE-0002")!.Id);
        await console.Api.StepAsync(two);
        await console.Api.StepAsync(two);
        var person = await SignInAsync(console, Users.Dispatcher);
        await person.Board.ExpectStageAsync(two, CalloutStage.Dispatched);
        var filters = person.Page.GetByRole(AriaRole.Button, new() { Name = BoardText.Filters });

        await filters.FocusAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.GetByLabel(BoardText.FilterStage, new() { Exact = true }).FocusAsync();
        await person.Page.Keyboard.TypeAsync("Cre");
        await Expect(person.Board.Rows).ToHaveCountAsync(1);
        await person.Board.ExpectStageAsync(one, CalloutStage.Created);
        await person.Page.ReloadAsync();
        await person.Board.ExpectLiveAsync();

        await Expect(person.Board.Rows).ToHaveCountAsync(1);
        await Expect(person.Page.Locator(".chip")).ToContainTextAsync(CommonText.StageCreated);
        await Expect(person.Page.Locator(".hiddenstrip")).ToContainTextAsync("1");
        await person.Page.Keyboard.PressAsync("/");
        await person.Page.Keyboard.TypeAsync("SITE-0002");
        await Expect(person.Board.Rows).ToHaveCountAsync(0);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = BoardText.ClearFilter }).ClickAsync();
        await Expect(person.Board.Rows).ToHaveCountAsync(2);
    });

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task BulkClaim_WithAPreview_IsSeenByTheOther(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var ids = new[] { "SITE-0001", "SITE-0002", "SITE-0003" }.Select(site => console.Aura.Raise(site)!.Id).ToArray();
        var person = await NewBrowserAsync(console);
        await person.ChooseThemeAsync(theme);
        await person.Page.GotoAsync("/");
        await person.SignIn.SignInAsync(Users.Dispatcher);
        var other = await SignInAsync(console, Users.Supervisor);
        await Expect(person.Board.Rows).ToHaveCountAsync(3);
        await other.Board.Row(ids[0]).ClickAsync();
        await Button(other, CalloutText.Claim).ClickAsync();
        await Expect(person.Board.Row(ids[0])).Not.ToContainTextAsync(CalloutText.Unclaimed);
        var screens = new Screens(person.Page, theme);

        await person.Board.Rows.First.FocusAsync();
        await person.Page.Keyboard.PressAsync("Control+a");
        await Expect(person.Page.Locator(".bulk")).ToContainTextAsync(Filled(BulkText.Picked, 3));
        await screens.LookAsync("board-bulk");
        await person.Page.Locator(".bulk").GetByRole(AriaRole.Button, new() { Name = CalloutText.Claim }).ClickAsync();
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator("[data-fate=Claim]")).ToHaveCountAsync(2);
        await Expect(dialog.Locator("[data-fate=OwnedByOther]")).ToHaveCountAsync(1);
        await screens.LookAsync("bulk-claim");
        await dialog.GetByRole(AriaRole.Button, new() { Name = Filled(BulkText.Confirm, CalloutText.Claim, 2) }).ClickAsync();

        await Expect(dialog.Locator("[data-result=good]")).ToHaveCountAsync(2);
        await person.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        foreach (var id in ids) await Expect(other.Board.Row(id)).Not.ToContainTextAsync(CalloutText.Unclaimed);
        Assert.Empty(screens.Faults);
    });

    [Fact]
    public Task Claim_TakenBackWithinTwentySeconds_IsFreeAgain() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var id = console.Aura.Raise("SITE-0001")!.Id;
        var person = await SignInAsync(console, Users.Dispatcher);
        var other = await SignInAsync(console, Users.Supervisor);
        await person.Board.Row(id).ClickAsync();

        await Button(person, CalloutText.Claim).ClickAsync();
        await Expect(other.Board.Row(id)).Not.ToContainTextAsync(CalloutText.Unclaimed);
        var back = Button(person, CalloutText.TakeBack);
        await Expect(back.Locator("[data-left]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(1[0-9]|20)$"));
        await back.ClickAsync();

        await Expect(Button(person, CalloutText.Claim)).ToBeVisibleAsync();
        await Expect(other.Board.Row(id)).ToContainTextAsync(CalloutText.Unclaimed);
    });

    [Fact]
    public Task TakeOver_ByADispatcher_NeedsAReasonAndTheOwnerIsTold() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var id = console.Aura.Raise("SITE-0001")!.Id;
        var owner = await SignInAsync(console, Users.Supervisor);
        var person = await SignInAsync(console, Users.Dispatcher);
        await owner.Board.Row(id).ClickAsync();
        await Button(owner, CalloutText.Claim).ClickAsync();
        await person.Board.Row(id).ClickAsync();

        await Button(person, CalloutText.TakeOverAsk).ClickAsync();
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = CalloutText.TakeOver, Exact = true }).ClickAsync();
        await Expect(dialog).ToContainTextAsync(CalloutText.TakeOverMissing);
        var screens = new Screens(person.Page, "dark");
        await screens.LookAsync("take-over");
        await dialog.GetByLabel(CalloutText.TakeOverReason).FillAsync("Shift ends");
        await dialog.GetByRole(AriaRole.Button, new() { Name = CalloutText.TakeOver, Exact = true }).ClickAsync();

        await Expect(owner.Page.Locator(".taken")).ToContainTextAsync("took over");
        await Expect(person.Callout.Timeline).ToContainTextAsync("Shift ends");
        // a supervisor takes it back without saying why
        await Button(owner, CalloutText.TakeOver).ClickAsync();
        await Expect(Button(owner, CalloutText.TakeBack)).ToBeVisibleAsync();
        Assert.Empty(screens.Faults);
    });

    [Fact]
    public Task Owner_WhoseLastBoardIsClosed_IsAwayAtTheOther() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var id = console.Aura.Raise("SITE-0001")!.Id;
        var owner = await SignInAsync(console, Users.Supervisor);
        var person = await SignInAsync(console, Users.Dispatcher);
        await owner.Board.Row(id).ClickAsync();
        await Button(owner, CalloutText.Claim).ClickAsync();
        await Expect(person.Board.Row(id)).Not.ToContainTextAsync(CalloutText.Unclaimed);
        await Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = Filled(LayoutText.WhoIsOnLabel, 2) })).ToBeVisibleAsync();

        await owner.Page.CloseAsync();

        await Expect(person.Board.Row(id)).ToContainTextAsync(CalloutText.Away);
        await Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = Filled(LayoutText.WhoIsOnLabel, 1) })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Clock_OfAShortPreset_TurnsItsFaceAndComesToTheTop() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);
        await admin.Page.GotoAsync("/admin/clocks");
        await admin.Board.ExpectLiveAsync();
        var screens = new Screens(admin.Page, "dark");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = Filled(ClocksText.EditOf, "EN 50518 style") }).ClickAsync();
        await admin.Page.GetByLabel(Filled(ClocksText.WarningOf, ClocksText.PhaseClaim)).FillAsync("1");
        await admin.Page.GetByLabel(Filled(ClocksText.BreachOf, ClocksText.PhaseClaim)).FillAsync("1");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = ClocksText.Save }).ClickAsync();
        await Expect(admin.Page.GetByText(ClocksText.NotInOrder)).ToBeVisibleAsync();
        await screens.LookAsync("clocks");
        await admin.Page.GetByLabel(Filled(ClocksText.BreachOf, ClocksText.PhaseClaim)).FillAsync("3");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = ClocksText.Save }).ClickAsync();
        await Expect(admin.Page.GetByText(ClocksText.Saved)).ToBeVisibleAsync();
        var person = await SignInAsync(console, Users.Dispatcher);
        var id = console.Aura.Raise("SITE-0001")!.Id;

        var clock = person.Board.Row(id).Locator(".clk");
        await Expect(clock).ToHaveAttributeAsync("data-face", "breached");
        await Expect(clock.GetByText(ClocksText.WordBreached)).ToBeVisibleAsync();
        // a younger one with time left stands below it
        var younger = console.Aura.Raise("SITE-0002")!.Id;
        await Expect(person.Board.Rows.Nth(1)).ToHaveAttributeAsync("data-callout-id", younger.ToString(CultureInfo.InvariantCulture));
        await person.Board.Row(id).ClickAsync();
        await Expect(person.Page.Locator("[data-phase=Claim]")).ToHaveAttributeAsync("data-face", "breached");
        Assert.Empty(screens.Faults);
    });

    private static ILocator Button(Operator person, string name) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = name }).And(person.Page.Locator(".acts button"));

    private static string Filled(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
