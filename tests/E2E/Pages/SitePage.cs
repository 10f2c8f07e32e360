using Microsoft.Playwright;

namespace AuraConsole.E2E.Pages;

internal sealed class SitePage(IPage page)
{
    public const string NewAddress = "/sites/new";

    public ILocator Reference => page.GetByLabel("Reference");

    public async Task RegisterAsync(string reference, string name, string address, string latitude, string longitude)
    {
        await page.GotoAsync(NewAddress);
        await Reference.FillAsync(reference);
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Address").FillAsync(address);
        await page.GetByLabel("Latitude").FillAsync(latitude);
        await page.GetByLabel("Longitude").FillAsync(longitude);
        await page.GetByRole(AriaRole.Button, new() { Name = "Register site" }).ClickAsync();
    }
}
