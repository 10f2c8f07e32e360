using System.Text;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class ImportPage(IPage page)
{
    public const string Address = "/sites/import";

    public ILocator File => page.GetByLabel(ImportText.File);

    public ILocator Paste => page.GetByLabel(ImportText.Paste);

    public ILocator Run => page.Locator("section.run");

    public ILocator Alert => page.GetByRole(AriaRole.Alert);

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public async Task OpenAsync()
    {
        await page.GotoAsync(Address);
        await Expect(File.Or(Run).First).ToBeVisibleAsync();
    }

    public Task BringAsync(string text) => File.SetInputFilesAsync(new FilePayload
    {
        Name = "sites.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes(text),
    });

    /// <summary>As far as the differences from AURA's list.</summary>
    public async Task CompareAsync(string text)
    {
        await BringAsync(text);
        await Button(ImportText.CheckRows).ClickAsync();
        await Button(ImportText.Compare).ClickAsync();
        await ExpectHeadingAsync(ImportText.DifferencesTitle);
    }

    public Task ExpectHeadingAsync(string heading) => Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();

    public Task ExpectStateAsync(string state) => Expect(Run).ToHaveAttributeAsync("data-state", state);
}
