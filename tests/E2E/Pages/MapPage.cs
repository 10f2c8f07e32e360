using System.Globalization;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class MapPage(IPage page)
{
    public const string Address = "/map";

    public ILocator Ground => page.Locator("[data-map-ground]");

    public ILocator Said => page.Locator(".callout-map [role=status]");

    public ILocator Sites => page.Locator("[data-map-sites] a");

    public ILocator FollowButton => page.GetByRole(AriaRole.Button, new() { Name = MapText.Follow, Exact = true });

    /// <summary>A callout's mark on the map itself.</summary>
    public ILocator Mark(long id) => Ground.Locator($"[data-mark-id='{Text(id)}']");

    /// <summary>A callout in the list beside.</summary>
    public ILocator Row(long id) => page.Locator($"[data-callout-id='{Text(id)}']");

    public async Task OpenAsync()
    {
        await page.GotoAsync(Address);
        await ExpectDrawnAsync();
    }

    /// <summary>Borders are drawn, whatever became of the tiles.</summary>
    public Task ExpectDrawnAsync() => Expect(Ground).ToHaveAttributeAsync("data-outline", new System.Text.RegularExpressions.Regex("^(50m|10m)$"));

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
