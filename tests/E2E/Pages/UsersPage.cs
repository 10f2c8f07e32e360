using System.Globalization;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;

namespace AuraConsole.E2E.Pages;

/// <summary>Where an admin lets people in and keeps them out.</summary>
internal sealed class UsersPage(IPage page)
{
    public const string Address = "/admin/users";

    public ILocator Invite => page.GetByRole(AriaRole.Button, new() { Name = UsersText.Invite });

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Link => page.Locator("[data-account-link]");

    public ILocator Row(string email) => page.Locator($"[data-user='{email}']");

    public ILocator OpenButton(string email) => Row(email).GetByRole(AriaRole.Button);

    public ILocator Act(string name) => Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator News(string text, params object[] values) => Dialog.GetByText(string.Format(CultureInfo.InvariantCulture, text, values));

    public async Task OpenAsync(string email)
    {
        await page.GotoAsync(Address);
        await OpenButton(email).ClickAsync();
    }
}
