using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

/// <summary>What belongs to no page: palette, list of keys, settings.</summary>
internal sealed class Shell(IPage page)
{
    public ILocator Palette => page.GetByRole(AriaRole.Dialog, new() { Name = ShellText.PaletteTitle, Exact = true });

    public ILocator PaletteInput => Palette.GetByRole(AriaRole.Combobox);

    public ILocator Keys => page.GetByRole(AriaRole.Dialog, new() { Name = ShellText.KeysTitle });

    public ILocator Settings => page.GetByRole(AriaRole.Dialog, new() { Name = ShellText.SettingsTitle });

    public ILocator SingleKeys => page.GetByRole(AriaRole.Checkbox, new() { Name = ShellText.KeysSingle });

    /// <summary>Keys act a moment after the page is live: whether single ones may is read first.</summary>
    public Task ExpectKeysAsync() => Expect(page.Locator("html[data-keys='on']")).ToHaveCountAsync(1);

    public async Task OpenPaletteAsync()
    {
        await ExpectKeysAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(PaletteInput).ToBeFocusedAsync();
    }

    public async Task OpenSettingsAsync()
    {
        await page.Locator(".who-am-i").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = ShellText.SettingsTitle, Exact = true }).ClickAsync();
        await Expect(Settings).ToBeVisibleAsync();
    }
}
