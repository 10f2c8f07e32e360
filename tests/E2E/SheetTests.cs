using System.Diagnostics;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>A callout worked on: the exchange with AURA, notes, the cancel, what comes after, and two people at once.</summary>
public sealed class SheetTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private static readonly ConsoleSettings Talkative = new() { Aura = static aura => aura.ChatReplyDelay = TimeSpan.FromMilliseconds(200) };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Message_SentByPointerOrKeys_IsSentAndAnswered(bool byKeys) => RunAsync(async () =>
    {
        var (console, person, id) = await AtCalloutAsync(Talkative);
        var sheet = new SheetPage(person.Page);
        if (byKeys)
        {
            await TabToAsync(person.Page, sheet.Message);
            await person.Page.Keyboard.TypeAsync("Gate code is 4411");
            await person.Page.Keyboard.PressAsync("Control+Enter");
        }
        else
        {
            await sheet.Message.FillAsync("Gate code is 4411");
            await sheet.Send.ClickAsync();
        }

        await Expect(sheet.Exchange.Locator("[data-message='MessageSent']")).ToHaveAttributeAsync("data-sending", "Sent");
        await Expect(sheet.Exchange.Locator("[data-message='MessageReceived']")).ToHaveCountAsync(1);
        await Expect(sheet.Exchange.Locator("[data-message='MessageSent']")).ToHaveCountAsync(1);
        await Expect(sheet.Message).ToHaveValueAsync("");
        Assert.Equal(1, await console.Database.ReadAsync(db => db.Entries.CountAsync(e => e.AuraEventId != null && e.Sending != null)));
    }, $"Message-{byKeys}");

    [Fact]
    public Task Note_OfOne_AppearsAtTheOtherWithinASecond() => RunAsync(async () =>
    {
        var (console, first, id) = await AtCalloutAsync();
        var second = await SignInAsync(console, Users.Supervisor);
        await new SheetPage(second.Page).OpenAsync(id);
        var (sheet, other) = (new SheetPage(first.Page), new SheetPage(second.Page));
        await Expect(sheet.Others.Locator("[data-present]")).ToHaveCountAsync(1);
        await Expect(other.Others.Locator("[data-present]")).ToHaveCountAsync(1);

        await sheet.Note.FillAsync("Keyholder is on the way");
        await Expect(other.Others.Locator("[data-typing='Note']")).ToHaveCountAsync(1);
        var clock = Stopwatch.StartNew();
        await sheet.SaveNote.ClickAsync();
        await Expect(other.Timeline.Locator("[data-entry='Note']")).ToContainTextAsync("Keyholder is on the way");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));

        await first.Page.CloseAsync();
        await Expect(other.Others.Locator("[data-present]")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Drafts_ReloadAndKilledServer_AreBack() => RunAsync(async () =>
    {
        var (host, person, id) = await AtCalloutAsync(new ConsoleSettings { OwnProcess = true });
        var console = (ChildConsole)host;
        var sheet = new SheetPage(person.Page);
        await sheet.Note.FillAsync("Half a note");
        await sheet.Message.FillAsync("Half a message");
        await KeptAsync(console, 2);

        await person.Page.ReloadAsync();
        await Expect(sheet.Note).ToHaveValueAsync("Half a note");
        await Expect(sheet.Message).ToHaveValueAsync("Half a message");
        await person.Page.GotoAsync(BoardPage.Address);
        await person.Board.ExpectLiveAsync();
        var raise = await person.Board.OpenRaiseAsync();
        await raise.ChooseAsync("SITE-0003");
        await KeptAsync(console, 3);
        await console.KillAsync();
        await person.ConnectionLost.ExpectShownAsync();
        await console.RestartAsync();
        await person.ConnectionLost.ExpectGoneAsync();
        await person.Board.ExpectLiveAsync();

        await sheet.OpenAsync(id);
        await Expect(sheet.Note).ToHaveValueAsync("Half a note");
        await Expect(sheet.Message).ToHaveValueAsync("Half a message");
        await person.Page.GotoAsync(BoardPage.Address);
        await person.Board.ExpectLiveAsync();
        raise = await person.Board.OpenRaiseAsync();
        await raise.Element.GetByRole(AriaRole.Button, new() { Name = SheetText.RaiseDraftContinue }).ClickAsync();
        await Expect(raise.Element).ToContainTextAsync("SITE-0003");
        Assert.Single(console.Aura.State.Main.Callouts);
    });

    [Fact]
    public Task StandDown_WithAurasReason_AttachesIt() => RunAsync(async () =>
    {
        var (console, person, id) = await AtCalloutAsync();
        await person.Board.StandDownButton.ClickAsync();
        var dialog = person.Board.StandDown(id);
        await dialog.Element.GetByLabel(SheetText.AuraReason).SelectOptionAsync("102");
        await dialog.Reason.FillAsync("Keypad fault");
        await dialog.Confirm.ClickAsync();

        await dialog.ExpectOutcomeAsync(CommandFace.Confirmed);
        await dialog.CloseAsync();
        await Expect(new SheetPage(person.Page).Timeline.Locator("[data-entry='ReasonAttached']")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task StandDown_Customers_TellsRightFromWrongAndFromNoCode() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await SignInAsync(console, Users.Dispatcher);
        await person.Board.ShowAllAsync();
        var (id, code) = await console.Api.RaiseForCustomerAsync();
        await person.Board.ExpectStageAsync(id, AuraConsole.Integration.Lifecycle.CalloutStage.Created);
        await new SheetPage(person.Page).OpenAsync(id);
        await person.Board.StandDownButton.ClickAsync();
        var dialog = person.Board.StandDown(id);

        await Expect(dialog.Element.Locator("[data-duress='unchecked']")).ToBeVisibleAsync();
        await dialog.Element.GetByLabel(SheetText.SafeCode).FillAsync("0000");
        await dialog.Reason.FillAsync("Customer rang");
        var withCode = dialog.Element.GetByRole(AriaRole.Button, new() { Name = SheetText.ConfirmWithCode });
        await withCode.ClickAsync();
        await dialog.ExpectOutcomeAsync(CommandFace.Rejected);
        await Expect(dialog.Outcome).ToContainTextAsync(SheetText.SafeCodeRefused);

        await Expect(withCode).ToBeVisibleAsync();
        await dialog.Element.GetByLabel(SheetText.SafeCode).ClearAsync();
        // at a person's pace: what comes within half a second of an answer counts as the second half of a double click
        await dialog.Element.GetByLabel(SheetText.SafeCode).PressSequentiallyAsync(code, new() { Delay = 200 });
        await withCode.ClickAsync();
        await dialog.ExpectOutcomeAsync(CommandFace.Confirmed);
        await Expect(dialog.Outcome).ToContainTextAsync("with the customer’s code");
        Assert.False(await console.Database.ReadAsync(db => db.Commands.AnyAsync(c => c.Reason!.Contains(code) || c.AuraMessage!.Contains(code))));
    });

    [Fact]
    public Task Closed_Callout_BringsReportMapAndRating() => RunAsync(async () =>
    {
        var (console, person, id) = await AtCalloutAsync();
        while (console.Aura.State.Main.Callout(id)!.ClosedAt is null) await console.Api.StepAsync(id);

        await Expect(person.Page.Locator("[data-report='there']")).ToContainTextAsync("Response completed");
        await Expect(person.Page.Locator("[data-map='there']")).ToBeVisibleAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = SheetText.RatingOpen }).ClickAsync();
        await person.Page.GetByLabel("4", new() { Exact = true }).CheckAsync();
        await person.Page.GetByLabel("Arrived quickly").CheckAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = SheetText.RatingSend }).ClickAsync();

        await Expect(person.Page.Locator("[data-rating]")).ToHaveAttributeAsync("data-rating", "Sent");
        await person.Page.ReloadAsync();
        await Expect(person.Page.Locator("[data-rating]")).ToContainTextAsync("Arrived quickly");
    });

    [Fact]
    public Task Incident_OfTwoAtOnce_TheSecondSeesBothAndChooses() => RunAsync(async () =>
    {
        var (console, first, id) = await AtCalloutAsync();
        var second = await SignInAsync(console, Users.Supervisor);
        await new SheetPage(second.Page).OpenAsync(id);
        var (sheet, other) = (new SheetPage(first.Page), new SheetPage(second.Page));

        await other.Incident.FillAsync("INC-2");
        await sheet.Incident.FillAsync("INC-1");
        await sheet.Incident.PressAsync("Enter");
        await Expect(other.Timeline).ToContainTextAsync("INC-1");
        await other.Incident.PressAsync("Enter");

        await Expect(other.Conflict.Locator("[data-value='theirs']")).ToHaveTextAsync("INC-1");
        await Expect(other.Conflict.Locator("[data-value='yours']")).ToHaveTextAsync("INC-2");
        await other.Conflict.GetByRole(AriaRole.Button, new() { Name = SheetText.ConflictTakeYours }).ClickAsync();
        await Expect(sheet.Incident).ToHaveValueAsync("INC-2");
    });

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task Sheet_InATheme_IsAccessibleAndFits(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync(Talkative);
        var person = await NewBrowserAsync(console);
        await person.ChooseThemeAsync(theme);
        await person.Page.GotoAsync("/");
        await person.SignIn.SignInAsync(Users.Dispatcher);
        await person.Board.ExpectLiveAsync();
        await person.Board.ShowAllAsync();
        var (id, _) = await console.Api.RaiseForCustomerAsync();
        await person.Board.ExpectStageAsync(id, AuraConsole.Integration.Lifecycle.CalloutStage.Created);
        var screens = new Screens(person.Page, theme);
        var sheet = new SheetPage(person.Page);
        await person.Board.SelectAsync(id);
        await sheet.Message.FillAsync("Gate code is 4411");
        await sheet.Send.ClickAsync();
        await Expect(sheet.Exchange.Locator("[data-message='MessageReceived']")).ToHaveCountAsync(1);
        await sheet.Note.FillAsync("Half a note");
        await screens.LookAsync("sheet");
        await person.Board.StandDownButton.ClickAsync();
        await Expect(person.Board.StandDown(id).Element.GetByLabel(SheetText.AuraReason)).ToBeVisibleAsync();
        await screens.LookAsync("sheet-stand-down");
        await person.Page.Keyboard.PressAsync("Escape");
        while (console.Aura.State.Main.Callout(id)!.ClosedAt is null) await console.Api.StepAsync(id);
        await sheet.OpenAsync(id);
        await Expect(person.Page.Locator("[data-report='there']")).ToBeVisibleAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = SheetText.RatingOpen }).ClickAsync();
        await screens.LookAsync("sheet-closed");

        Assert.Empty(screens.Faults);
    }, $"Sheet-{theme}");

    [Fact]
    public Task RaisedElsewhere_AppearsAsNew_AndIsReadInFull() => RunAsync(async () =>
    {
        var (console, person, id) = await AtCalloutAsync(new ConsoleSettings { RegistersWebhook = false, ActiveListInterval = ConsoleSettings.Often });

        await Expect(person.Page.Locator("[data-sheet]")).ToContainTextAsync(console.Aura.State.Main.Callout(id)!.Site!.Address!);
        await Expect(person.Page.Locator("[data-sheet]")).ToContainTextAsync("SECURITY");
        await Expect(new SheetPage(person.Page).Timeline.Locator("[data-entry='RaisedElsewhere']")).ToHaveCountAsync(1);
        var (customers, _) = await console.Api.RaiseForCustomerAsync();
        await person.Page.GotoAsync(BoardPage.Address);
        await person.Board.ShowAllAsync();
        await person.Board.ExpectStageAsync(customers, AuraConsole.Integration.Lifecycle.CalloutStage.Created);
        await new SheetPage(person.Page).OpenAsync(customers);
        await Expect(person.Page.Locator(".site-card")).ToContainTextAsync("-33.9");
    });

    private async Task<(ConsoleHost Console, Operator Person, long Id)> AtCalloutAsync(ConsoleSettings? settings = null)
    {
        var console = await StartAsync(settings);
        var person = await SignInAsync(console, Users.Dispatcher);
        await person.Board.ShowAllAsync();
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await person.Board.ExpectStageAsync(id, AuraConsole.Integration.Lifecycle.CalloutStage.Created);
        await new SheetPage(person.Page).OpenAsync(id);
        return (console, person, id);
    }

    private static Task KeptAsync(ConsoleHost console, int drafts) =>
        Until.TrueAsync(async () => await console.Database.ReadAsync(db => db.Drafts.CountAsync()) == drafts, $"{drafts} drafts are kept");

    private static async Task TabToAsync(IPage page, ILocator element)
    {
        await Expect(element).ToBeVisibleAsync();
        for (var pressed = 0; pressed < 80; pressed++)
        {
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never leads to {element}.");
    }
}
