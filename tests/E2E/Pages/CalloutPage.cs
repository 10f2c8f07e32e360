using System.Globalization;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

/// <summary>A callout, on a page of its own or beside the queue.</summary>
internal sealed class CalloutPage(IPage page)
{
    public ILocator Timeline => page.GetByRole(AriaRole.Region, new() { Name = CalloutText.Timeline });

    public static string Address(long id) => string.Create(CultureInfo.InvariantCulture, $"/callouts/{id}");

    public async Task OpenAsync(long id)
    {
        await page.GotoAsync(Address(id));
        await Expect(Timeline).ToBeVisibleAsync();
    }

    public async Task OpenUnknownAsync()
    {
        await page.GotoAsync(Address(1));
        await Expect(page.GetByText(string.Format(CultureInfo.InvariantCulture, CalloutText.NotFoundTitle, 1))).ToBeVisibleAsync();
    }
}
