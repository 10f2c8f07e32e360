using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class TruthBar(IPage page)
{
    public ILocator Warning => page.GetByRole(AriaRole.Alert).Filter(new() { HasText = LayoutText.AuraUnreachableBar });

    public Task ExpectReachAsync(AuraReach reach) => Expect(page.Locator("[data-reach]")).ToHaveAttributeAsync("data-reach", reach.ToString());
}
