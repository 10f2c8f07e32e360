using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Dialogs and notices of the workspace in both themes, reached by keyboard: no serious fault of accessibility, and they fit.</summary>
public sealed class KeyboardWorkspaceDialogTests(BrowserFixture browsers, ITestOutputHelper output) : KeyboardTest(browsers, output)
{
    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task Queue_InATheme_ItsDialogsAreAccessibleAndFit(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (1920, 1080, theme));
        for (var i = 1; i <= 3; i++) console.Aura.Raise($"SITE-000{i}");
        await Expect(person.Board.Rows).ToHaveCountAsync(3);
        var screens = new Screens(person.Page, theme);
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        var bulk = person.Page.Locator(".bulk");

        await hands.WalkToAsync(person.Board.Rows.First);
        await hands.PressAsync("Control+a");
        await hands.PressAtAsync(bulk.GetByRole(AriaRole.Button, new() { Name = BulkText.NoteAsk }));
        await Expect(dialog.Locator("[data-fate=Note]")).ToHaveCountAsync(3);
        await screens.LookAsync("bulk-note");
        await hands.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await hands.PressAtAsync(bulk.GetByRole(AriaRole.Button, new() { Name = BulkText.PutAwayAsk }));
        await Expect(dialog.Locator("[data-fate=Cancel]")).ToHaveCountAsync(3);
        await screens.LookAsync("bulk-put-away");
        await hands.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await hands.PressAsync("?");
        await Expect(person.Shell.Keys).ToBeVisibleAsync();
        await screens.LookAsync("help");

        Assert.Empty(screens.Faults);
    }, $"QueueDialogs-{theme}");

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task RaiseDraft_InATheme_IsOfferedAccessibly(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (1920, 1080, theme));
        var screens = new Screens(person.Page, theme);
        var raise = person.Board.Raise;
        await hands.TabToAsync(person.Board.RaiseButton);
        await hands.PressAsync("n");
        await hands.TabToAsync(raise.Site);
        await hands.TypeAsync("SITE-0003");
        await Expect(raise.Options).ToHaveCountAsync(1);
        await hands.PressAsync("ArrowDown");
        await hands.PressAsync("Enter");
        await Until.TrueAsync(() => console.Database.ReadAsync(db => db.Drafts.AnyAsync()), "the draft is kept");
        await hands.PressAsync("Escape");
        await Expect(raise.Element).ToBeHiddenAsync();

        await hands.PressAsync("n");
        var offer = raise.Element.GetByRole(AriaRole.Button, new() { Name = SheetText.RaiseDraftContinue });
        await Expect(offer).ToBeVisibleAsync();
        await screens.LookAsync("raise-draft");
        await hands.PressAtAsync(offer);

        await Expect(raise.Element).ToContainTextAsync("SITE-0003");
        Assert.Empty(screens.Faults);
        Assert.Empty(console.Aura.State.Main.Callouts);
    }, $"RaiseDraft-{theme}");

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task TwoPeople_InATheme_ConflictAndTakeOverAreAccessible(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (owner, theirs) = await SitDownAsync(console, Users.Supervisor, (1920, 1080, theme));
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (1920, 1080, theme));
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await hands.OpenRowAsync(person.Board.Row(id));
        await theirs.OpenRowAsync(owner.Board.Row(id));
        var (sheet, other) = (new SheetPage(person.Page), new SheetPage(owner.Page));
        var screens = new Screens(person.Page, theme);

        await hands.TypeAtAsync(sheet.Incident, "INC-2");
        await theirs.TypeAtAsync(other.Incident, "INC-1");
        await theirs.PressAsync("Enter");
        await Expect(sheet.Timeline).ToContainTextAsync("INC-1");
        await hands.PressAsync("Enter");
        await Expect(sheet.Conflict.Locator("[data-value='theirs']")).ToHaveTextAsync("INC-1");
        await Expect(sheet.Conflict.Locator("[data-value='yours']")).ToHaveTextAsync("INC-2");
        await screens.LookAsync("incident-conflict");
        await hands.PressAtAsync(sheet.Conflict.GetByRole(AriaRole.Button, new() { Name = SheetText.ConflictTakeYours }));
        await Expect(other.Incident).ToHaveValueAsync("INC-2");

        await theirs.TabToAsync(owner.Board.ClaimButton);
        await theirs.PressAsync("c");
        await hands.PressAtAsync(person.Page.Locator(".acts").GetByRole(AriaRole.Button, new() { Name = CalloutText.TakeOverAsk }));
        await Expect(person.Page.GetByRole(AriaRole.Dialog).GetByLabel(CalloutText.TakeOverReason)).ToBeFocusedAsync();
        await screens.LookAsync("take-over");

        Assert.Empty(screens.Faults);
    }, $"TwoPeople-{theme}");
}
