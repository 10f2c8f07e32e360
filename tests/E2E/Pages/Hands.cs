using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

/// <summary>A person whose mouse is under the papers: everything here goes through the keyboard.</summary>
internal sealed class Hands(IPage page)
{
    private const int MostTabs = 150;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Presses Tab until an element has the focus; fails when Tab never leads there.</summary>
    public async Task TabToAsync(ILocator element, string key = "Tab")
    {
        await Expect(element).ToBeVisibleAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{key} never leads to {element}.");
    }

    /// <summary>Goes there and presses a key, Enter unless told.</summary>
    public async Task PressAtAsync(ILocator element, string key = "Enter")
    {
        await TabToAsync(element);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes there and types; what a field held is replaced.</summary>
    public async Task TypeAtAsync(ILocator field, string text)
    {
        await TabToAsync(field);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Walks the queue with the arrow keys to a row and opens it beside the queue.</summary>
    public async Task OpenRowAsync(ILocator row)
    {
        await WalkToAsync(row);
        await page.Keyboard.PressAsync("Enter");
        await Expect(row).ToHaveAttributeAsync("aria-current", "true");
    }

    /// <summary>Tab leads into the queue, arrow keys lead on.</summary>
    public async Task WalkToAsync(ILocator row)
    {
        await Expect(row).ToBeVisibleAsync();
        await TabToAsync(page.Locator("[data-callout-id][tabindex='0']"));
        await page.Keyboard.PressAsync("Home");
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await row.EvaluateAsync<bool>("row => row === document.activeElement")) return;
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"The arrow keys never lead to {row}.");
    }

    public async Task SignInAsync(string email)
    {
        await page.GotoAsync(BoardPage.Address);
        await Expect(new SignInPage(page).Email).ToBeFocusedAsync();
        await TypeAsync(email);
        await PressAsync("Tab");
        await TypeAsync(new Web.Data.Identity.DemoOptions().Password);
        await PressAsync("Enter");
        await new BoardPage(page).ExpectLiveAsync();
        await new Shell(page).ExpectKeysAsync();
    }
}
