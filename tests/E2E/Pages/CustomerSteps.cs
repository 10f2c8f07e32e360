using System.Text.RegularExpressions;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

/// <summary>What tests of customers do again and again.</summary>
internal static partial class CustomerSteps
{
    public const string Name = "Naledi";
    public const string Surname = "Khumalo";
    public const string Mobile = "+27825550199";

    public static ILocator Submit(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = CustomersText.SubmitRegister, Exact = true });

    public static ILocator RaiseLink(IPage page) => page.GetByRole(AriaRole.Link, new() { Name = CustomersText.RaiseCallout });

    public static async Task FillAsync(IPage page)
    {
        await page.GotoAsync("/customers/new");
        await LiveAsync(page);
        await page.Locator("#customer-name").FillAsync(Name);
        await page.Locator("#customer-surname").FillAsync(Surname);
        await page.Locator("#customer-mobile").FillAsync(Mobile);
        await page.Locator("#customer-terms-type").SelectOptionAsync(new SelectOptionValue { Index = 1 });
    }

    public static async Task RegisterAsync(IPage page)
    {
        await FillAsync(page);
        await Submit(page).ClickAsync();
        await Expect(page).ToHaveURLAsync(OneCustomer());
        await Expect(page.GetByText(CustomersText.Registered)).ToBeVisibleAsync();
        await Expect(page.Locator("[data-subscriptions='Active']")).ToBeVisibleAsync();
    }

    public static async Task OpenRaiseAsync(Operator person)
    {
        await RaiseLink(person.Page).ClickAsync();
        await Expect(person.Board.Raise.Element.Locator("[data-customer]")).ToContainTextAsync(Name);
    }

    public static async Task TypePlaceAsync(RaiseDialog raise, string latitude, string longitude)
    {
        await raise.Element.Locator("#raise-type").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await raise.Element.Locator("#place-latitude").FillAsync(latitude);
        await raise.Element.Locator("#place-longitude").FillAsync(longitude);
        await raise.Element.Locator("#place-longitude").BlurAsync();
        await Expect(raise.Element.Locator("[data-map-ground]")).ToHaveAttributeAsync("data-pin", new Regex($"^{Regex.Escape(latitude)}0*,{Regex.Escape(longitude)}0*$"));
    }

    public static Task LiveAsync(IPage page) => Expect(page.Locator("[data-interactive=true]")).ToHaveCountAsync(1);

    [GeneratedRegex("/customers/[0-9]+$")]
    public static partial Regex OneCustomer();

    /// <summary>Brings somebody in whom the simulator has from the beginning.</summary>
    public static async Task LookUpAsync(IPage page, long auraId)
    {
        await page.GotoAsync("/customers");
        await LiveAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = CustomersText.LookUp, Exact = true }).ClickAsync();
        await page.Locator("#lookup-id").FillAsync(auraId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("#lookup-id").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(OneCustomer());
    }
}
