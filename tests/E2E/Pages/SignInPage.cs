using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class SignInPage(IPage page)
{
    public const string Address = "/account/login";

    public ILocator Email => page.GetByLabel("Email", new() { Exact = true });

    public ILocator Password => page.GetByLabel("Password", new() { Exact = true });

    public ILocator Button => page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true });

    public ILocator Failure => page.GetByRole(AriaRole.Alert).Filter(new() { HasText = AccountText.SignInFailed });

    public async Task SignInAsync(string email, string? password = null)
    {
        await Email.FillAsync(email);
        await Password.FillAsync(password ?? new DemoOptions().Password);
        await Button.ClickAsync();
    }

    public Task ExpectShownAsync() => Expect(Button).ToBeVisibleAsync();
}
