using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class RaiseDialog(IPage page)
{
    public ILocator Element => page.GetByRole(AriaRole.Dialog, new() { Name = CalloutText.RaiseTitle });

    public ILocator Site => Element.GetByRole(AriaRole.Combobox, new() { Name = CalloutText.RaiseSite });

    // the sites found; the choices below are options, too
    public ILocator Options => Element.GetByRole(AriaRole.Listbox, new() { Name = CalloutText.RaiseSite }).GetByRole(AriaRole.Option);

    public ILocator Confirm => Element.GetByRole(AriaRole.Button, new() { Name = CalloutText.RaiseConfirm });

    public ILocator ConfirmSecond => Element.GetByRole(AriaRole.Button, new() { Name = CalloutText.RaiseSecondButton });

    public ILocator InsistsOnSecond => Element.GetByRole(AriaRole.Checkbox, new() { Name = CalloutText.RaiseSecond });

    public ILocator SecondReason => Element.GetByLabel(CalloutText.RaiseSecondReason);

    public ILocator Outcome => Element.Locator("[data-outcome]");

    public async Task ChooseAsync(string reference)
    {
        await Site.FillAsync(reference);
        await Options.Filter(new() { HasText = reference }).ClickAsync();
        await Expect(Element.GetByText(CalloutText.RaiseLast)).ToBeVisibleAsync();
    }

    public async Task RaiseAsync(string reference)
    {
        await ChooseAsync(reference);
        await Confirm.ClickAsync();
    }

    public Task ExpectOutcomeAsync(CommandFace face) => Expect(Outcome).ToHaveAttributeAsync("data-outcome", face.ToString());

    /// <summary>Notes from now on every outcome that the dialog showed.</summary>
    public Task WatchOutcomesAsync() => page.EvaluateAsync("""
        () => {
          const seen = window.__outcomes = [];
          const look = () => {
            const outcome = document.querySelector('dialog [data-outcome]')?.dataset.outcome;
            if (outcome && seen.at(-1) !== outcome) seen.push(outcome);
          };
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-outcome'] });
        }
        """);

    public async Task<IReadOnlyList<CommandFace>> SeenOutcomesAsync() =>
        [.. (await page.EvaluateAsync<string[]>("() => window.__outcomes")).Select(Enum.Parse<CommandFace>)];

    public async Task CloseAsync()
    {
        await Element.GetByRole(AriaRole.Button, new() { Name = CommonText.Close }).First.ClickAsync();
        await Expect(Element).ToBeHiddenAsync();
    }
}
