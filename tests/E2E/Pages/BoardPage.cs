using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class BoardPage(IPage page)
{
    public ILocator RaiseButton => page.GetByRole(AriaRole.Button, new() { Name = "Raise callout", Exact = true });

    public ILocator Live => page.Locator("[data-interactive='true']");

    public Task ExpectLiveAsync() => Expect(Live).ToHaveCountAsync(1);
}
