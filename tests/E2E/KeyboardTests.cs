using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Callouts;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>At three in the morning the mouse may be under the papers.</summary>
public sealed class KeyboardTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const int MostTabs = 60;

    [Fact]
    public Task Dispatcher_WithoutAMouse_SignsInRaisesAndStandsDown() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await NewBrowserAsync(console);
        var keys = dispatcher.Page.Keyboard;
        await dispatcher.Page.GotoAsync("/");

        await Expect(dispatcher.SignIn.Email).ToBeFocusedAsync();
        await keys.TypeAsync(Users.Dispatcher);
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Console-demo-1!");
        await keys.PressAsync("Enter");
        await dispatcher.Board.ExpectLiveAsync();

        await TabToAsync(dispatcher.Page, dispatcher.Board.RaiseButton);
        await keys.PressAsync("Enter");
        var raise = dispatcher.Board.Raise;
        await TabToAsync(dispatcher.Page, raise.Site);
        await keys.TypeAsync("SITE-0001");
        await Expect(raise.Options).ToHaveCountAsync(1);
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await TabToAsync(dispatcher.Page, raise.Confirm);
        await keys.PressAsync("Enter");
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        await keys.PressAsync("Escape");
        await Expect(raise.Element).ToBeHiddenAsync();
        await Expect(dispatcher.Board.RaiseButton).ToBeFocusedAsync();

        var id = Assert.Single(console.Aura.State.Main.Callouts).Id;
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Created);
        await TabToAsync(dispatcher.Page, dispatcher.Board.Row(id));
        await keys.PressAsync("Enter");
        await Expect(dispatcher.Board.StandDownButton).ToBeVisibleAsync();
        await TabToAsync(dispatcher.Page, dispatcher.Board.StandDownButton);
        await keys.PressAsync("Enter");
        var dialog = dispatcher.Board.StandDown(id);
        await TabToAsync(dispatcher.Page, dialog.Reason);
        await keys.TypeAsync("False alarm");
        await TabToAsync(dispatcher.Page, dialog.Confirm);
        await keys.PressAsync("Enter");
        await dialog.ExpectOutcomeAsync(CommandFace.Confirmed);
        await keys.PressAsync("Escape");
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.StoodDown);
    });

    /// <summary>Presses Tab until an element has the focus; fails when Tab never leads there.</summary>
    private static async Task TabToAsync(IPage page, ILocator element)
    {
        await Expect(element).ToBeVisibleAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never leads to {element}.");
    }
}
