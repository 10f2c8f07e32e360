using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

/// <summary>What can be done on a callout's sheet.</summary>
internal sealed class SheetPage(IPage page)
{
    public ILocator Message => page.GetByLabel(SheetText.Message);

    public ILocator Send => page.GetByRole(AriaRole.Button, new() { Name = SheetText.MessageSend });

    public ILocator Exchange => page.GetByRole(AriaRole.Log, new() { Name = SheetText.Exchange });

    public ILocator Note => page.GetByLabel(SheetText.Note);

    public ILocator SaveNote => page.GetByRole(AriaRole.Button, new() { Name = SheetText.NoteSave });

    public ILocator Timeline => page.GetByRole(AriaRole.Region, new() { Name = CalloutText.Timeline });

    public ILocator Others => page.GetByRole(AriaRole.Status, new() { Name = SheetText.Presence });

    public ILocator Incident => page.Locator("#sheet-incident");

    public ILocator Conflict => page.Locator("[data-conflict='incident']");

    public async Task OpenAsync(long id)
    {
        await page.GotoAsync(CalloutPage.Address(id));
        await Expect(page.Locator("[data-interactive='true']")).ToHaveCountAsync(1);
        await Expect(Note).ToBeVisibleAsync();
    }
}
