using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class SitePage(IPage page)
{
    public const string NewAddress = "/sites/new";

    public ILocator Reference => page.GetByLabel(SitesText.FieldReference, new() { Exact = true });

    private ILocator Submit => page.GetByRole(AriaRole.Button, new() { Name = SitesText.SubmitRegister, Exact = true });

    /// <summary>Fills the form and sends it; returns when AURA has registered the site.</summary>
    public async Task RegisterAsync(string reference, string name, string address, string latitude, string longitude)
    {
        await OpenNewAsync();
        await Reference.FillAsync(reference);
        await FillAsync(SitesText.FieldName, name);
        await FillAsync(SitesText.FieldAddress, address);
        await FillAsync(SitesText.FieldLatitude, latitude);
        await FillAsync(SitesText.FieldLongitude, longitude);
        await Submit.ClickAsync();
        await Expect(page.GetByText(SitesText.Registered)).ToBeVisibleAsync();
    }

    public async Task OpenNewAsync()
    {
        await page.GotoAsync(NewAddress);
        await Expect(page.Locator("[data-interactive='true']")).ToHaveCountAsync(1);
        await Expect(Reference).ToBeVisibleAsync();
    }

    private Task FillAsync(string label, string text) => page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
}
