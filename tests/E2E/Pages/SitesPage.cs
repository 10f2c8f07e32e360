using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class SitesPage(IPage page)
{
    public const string Address = "/sites";

    public ILocator Register => page.GetByRole(AriaRole.Link, new() { Name = SitesText.Register });

    public ILocator Search => page.GetByLabel(SitesText.Search);

    /// <summary>What leads to the sites that the list shows.</summary>
    public ILocator Links => page.GetByRole(AriaRole.Main).Locator("table a[href^='/sites/']");

    public async Task OpenAsync()
    {
        await page.GotoAsync(Address);
        await Expect(Links.First).ToBeVisibleAsync();
    }

    public async Task OpenFirstAsync()
    {
        await Links.First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = SitesText.Details })).ToBeVisibleAsync();
    }
}
