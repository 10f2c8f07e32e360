using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

/// <summary>What a page shows while its console does not answer.</summary>
internal sealed class ConnectionLostDialog(IPage page)
{
    private ILocator Element => page.GetByRole(AriaRole.Alertdialog, new() { Name = LayoutText.ReconnectTitle });

    public Task ExpectShownAsync() => Expect(Element).ToBeVisibleAsync();

    public Task ExpectGoneAsync() => Expect(Element).ToBeHiddenAsync();
}
