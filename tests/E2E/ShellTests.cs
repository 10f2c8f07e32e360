using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Palette, keys and focus, by the keyboard alone.</summary>
public sealed class ShellTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Fact]
    public Task Palette_ByKeyboardAlone_OpensASiteAndACallout() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var keys = dispatcher.Page.Keyboard;
        var id = console.Aura.Raise("SITE-0002")!.Id;
        await Expect(dispatcher.Board.Row(id)).ToHaveCountAsync(1);

        await dispatcher.Shell.OpenPaletteAsync();
        await keys.TypeAsync("SITE-0005");
        await Expect(dispatcher.Shell.Palette.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");
        await Expect(dispatcher.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sites/[0-9]+$"));
        await Expect(dispatcher.Page.GetByText("SITE-0005").First).ToBeVisibleAsync();

        await dispatcher.Shell.OpenPaletteAsync();
        await keys.TypeAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await keys.PressAsync("Enter");
        await Expect(dispatcher.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"callout={id}"));
        await Expect(dispatcher.Page.Locator($"[data-sheet='{id}']")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Palette_TypedBeforeItIsThere_LosesNoLetterAndPressesNothing() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Shell.ExpectKeysAsync();

        await dispatcher.Page.EvaluateAsync("""
            () => { const press = (key, ctrlKey = false) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true })); press('k', true); for (const key of 'no') press(key); }
            """);

        await Expect(dispatcher.Shell.PaletteInput).ToHaveValueAsync("no");
        await Expect(dispatcher.Board.Raise.Element).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Palette_Escape_GivesFocusBack() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.RaiseButton.FocusAsync();

        await dispatcher.Shell.OpenPaletteAsync();
        await dispatcher.Page.Keyboard.PressAsync("Tab");
        Assert.True(await dispatcher.Page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"));
        await dispatcher.Page.Keyboard.PressAsync("Escape");

        await Expect(dispatcher.Shell.Palette).ToHaveCountAsync(0);
        await Expect(dispatcher.Board.RaiseButton).ToBeFocusedAsync();
    });

    [Fact]
    public Task Palette_Raise_OpensTheDialog() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Sites.OpenAsync();

        await dispatcher.Shell.OpenPaletteAsync();
        await dispatcher.Page.Keyboard.TypeAsync("raise");
        await dispatcher.Page.Keyboard.PressAsync("Enter");

        await Expect(dispatcher.Board.Raise.Site).ToBeVisibleAsync();
    });

    [Fact]
    public Task Keys_SwitchedOff_DoNothingHereOrAfterAReload() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var keys = dispatcher.Page.Keyboard;
        await dispatcher.Page.Locator("#content").FocusAsync();

        await dispatcher.Shell.ExpectKeysAsync();
        await keys.PressAsync("?");
        await Expect(dispatcher.Shell.Keys).ToContainTextAsync(BoardText.RaiseCallout);
        await dispatcher.Shell.SingleKeys.UncheckAsync();
        await Expect(dispatcher.Shell.Keys).Not.ToContainTextAsync(BoardText.RaiseCallout);
        await keys.PressAsync("Escape");
        await Expect(dispatcher.Shell.Keys).ToHaveCountAsync(0);
        await ExpectNDoesNothingAsync(dispatcher);
        await dispatcher.Page.ReloadAsync();
        await dispatcher.Board.ExpectLiveAsync();
        await ExpectNDoesNothingAsync(dispatcher);

        await dispatcher.Shell.OpenSettingsAsync();
        await dispatcher.Shell.SingleKeys.CheckAsync();
        await keys.PressAsync("Escape");
        await Expect(dispatcher.Shell.Settings).ToHaveCountAsync(0);
        await Expect(dispatcher.Page.Locator("html[data-single-keys='on']")).ToHaveCountAsync(1);
        await keys.PressAsync("n");
        await Expect(dispatcher.Board.Raise.Element).ToBeVisibleAsync();
    });

    [Fact]
    public Task Focus_TheFocusedRowLeaves_GoesToItsNeighbour() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var other = await SignInAsync(console, Users.Supervisor);
        for (var i = 1; i <= 3; i++)
            console.Aura.Raise($"SITE-000{i}");
        await Expect(dispatcher.Board.Rows).ToHaveCountAsync(3);
        var ids = await dispatcher.Board.Rows.EvaluateAllAsync<long[]>("rows => rows.map(row => Number(row.dataset.calloutId))");
        await dispatcher.Page.GetByRole(AriaRole.Group, new() { Name = BoardText.Tabs }).GetByRole(AriaRole.Button, new() { Name = BoardText.TabNew }).ClickAsync();
        await dispatcher.Board.Row(ids[1]).ClickAsync();
        // away from the list: rows stay where they are while somebody works there
        await dispatcher.Page.Mouse.MoveAsync(1200, 700);

        await other.Board.Row(ids[1]).ClickAsync();
        await Expect(other.Board.ClaimButton).ToBeVisibleAsync();
        await other.Page.Keyboard.PressAsync("c");
        await Expect(dispatcher.Board.Row(ids[1])).ToHaveCountAsync(0);

        await Expect(dispatcher.Board.Row(ids[2])).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task Dialogs_InATheme_AreAccessibleAndFit(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await NewBrowserAsync(console);
        await admin.ChooseThemeAsync(theme);
        await admin.Page.GotoAsync("/");
        await admin.SignIn.SignInAsync(Users.Admin);
        await admin.Board.ExpectLiveAsync();
        var screens = new Screens(admin.Page, theme);
        console.Aura.Raise("SITE-0001");
        await Expect(admin.Sound.Quiet).ToBeVisibleAsync();
        await screens.LookAsync("sounding");

        await admin.Shell.OpenPaletteAsync();
        await screens.LookAsync("palette");
        await admin.Page.Keyboard.TypeAsync("SITE");
        await Expect(admin.Shell.Palette.Locator("[data-group=Sites]").First).ToBeVisibleAsync();
        await screens.LookAsync("palette-found");
        await admin.Page.Keyboard.PressAsync("Escape");
        await admin.Page.Keyboard.PressAsync("?");
        await Expect(admin.Shell.Keys).ToBeVisibleAsync();
        await screens.LookAsync("keys");
        await admin.Page.Keyboard.PressAsync("Escape");
        await admin.Sound.OpenAsync();
        await screens.LookAsync("sound");
        await admin.Page.Keyboard.PressAsync("Escape");
        await Expect(admin.Sound.Dialog).ToHaveCountAsync(0);
        await admin.Shell.OpenSettingsAsync();
        await screens.LookAsync("settings");

        Assert.Empty(screens.Faults);
    });

    /// <summary>Ctrl+K, which always works, arriving afterwards proves that N was there and did nothing.</summary>
    private static async Task ExpectNDoesNothingAsync(Operator person)
    {
        await person.Page.Locator("#content").FocusAsync();
        await person.Page.Keyboard.PressAsync("n");
        await person.Shell.OpenPaletteAsync();
        await Expect(person.Board.Raise.Element).ToHaveCountAsync(0);
        await person.Page.Keyboard.PressAsync("Escape");
        await Expect(person.Shell.Palette).ToHaveCountAsync(0);
    }
}
