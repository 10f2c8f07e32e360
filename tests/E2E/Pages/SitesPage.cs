using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class SitesPage(IPage page)
{
    public const string Address = "/sites";

    public ILocator Register => page.GetByRole(AriaRole.Link, new() { Name = "Register site" });

    public ILocator Links => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "SITE-" });

    public async Task OpenAsync()
    {
        await page.GotoAsync(Address);
        await Expect(Links.First).ToBeVisibleAsync();
    }

    public Task OpenFirstAsync() => Links.First.ClickAsync();
}
