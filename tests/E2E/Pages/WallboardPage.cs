using System.Globalization;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class WallboardPage(IPage page)
{
    public const string Address = "/wallboard";
    public const string AdminAddress = "/admin/wallboards";

    public ILocator Wall => page.Locator("#wall");

    public ILocator Band => page.Locator("#band");

    public ILocator More => page.Locator("#more");

    public ILocator Count(string name) => page.Locator($"[data-count='{name}']");

    public ILocator Row(long id) => page.Locator($"[data-callout-id='{id.ToString(CultureInfo.InvariantCulture)}']");

    public Task ExpectStateAsync(string state) => Expect(Wall).ToHaveAttributeAsync("data-state", state);

    /// <summary>At the admin's page: makes a link and returns it.</summary>
    public async Task<string> CreateLinkAsync(string name)
    {
        await page.GetByLabel(WallText.Name).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = WallText.Create }).ClickAsync();
        var link = page.Locator("[data-wallboard-link]");
        await Expect(link).ToBeVisibleAsync();
        return await link.InputValueAsync();
    }

    /// <summary>At the admin's page: takes a link back.</summary>
    public async Task RevokeAsync(string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = string.Format(CultureInfo.InvariantCulture, WallText.RevokeNamed, name) }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = WallText.RevokeConfirm, Exact = true }).ClickAsync();
        await Expect(page.Locator($"[data-wallboard='{name}']").GetByText(WallText.RevokedState)).ToBeVisibleAsync();
    }
}
