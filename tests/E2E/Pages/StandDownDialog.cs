using System.Globalization;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class StandDownDialog(IPage page, long calloutId)
{
    public ILocator Element => page.GetByRole(
        AriaRole.Dialog, new() { Name = string.Format(CultureInfo.InvariantCulture, CalloutText.StandDownTitle, calloutId) });

    public ILocator Reason => Element.GetByLabel(CalloutText.StandDownReason, new() { Exact = true });

    public ILocator Confirm => Element.GetByRole(AriaRole.Button, new() { Name = CalloutText.StandDownConfirm, Exact = true });

    public ILocator Outcome => Element.Locator("[data-outcome]");

    public Task ExpectOutcomeAsync(CommandFace face) => Expect(Outcome).ToHaveAttributeAsync("data-outcome", face.ToString());

    public async Task CloseAsync()
    {
        await Element.GetByRole(AriaRole.Button, new() { Name = CommonText.Close }).First.ClickAsync();
        await Expect(Element).ToBeHiddenAsync();
    }
}
