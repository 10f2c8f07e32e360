using System.Text.RegularExpressions;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static AuraConsole.E2E.Pages.CustomerSteps;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Where a customer is: told by a plus code, by the browser, and later again and again.</summary>
public sealed class LiveLocationTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    // the middle of this code's area lies at -26.1000625, 28.0500625
    private const string Code = "5G5CV3X2+X2";

    [Theory]
    [InlineData(Simulator.Dialect.Wrapped)]
    [InlineData(Simulator.Dialect.Bare)]
    public Task Raise_ByPlusCodeThenByTheBrowsersLocation_SendsPlaceAndAccuracy(Simulator.Dialect dialect) => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Aura = aura => aura.Dialect = dialect });
        var person = await SignInAsync(console, Users.Dispatcher);
        var (page, raise) = (person.Page, person.Board.Raise);
        await StandAsync(page, -26.11f, 28.06f, 35);
        await RegisterAsync(page);
        await OpenRaiseAsync(person);
        await raise.Element.Locator("#raise-type").SelectOptionAsync(new SelectOptionValue { Index = 1 });

        await raise.Element.Locator("#place-code").FillAsync("V3X2+X2");
        await raise.Element.GetByRole(AriaRole.Button, new() { Name = RaiseCustomerText.PlusCodeUse, Exact = true }).ClickAsync();
        await Expect(raise.Element.GetByText(RaiseCustomerText.PlusCodeShort)).ToBeVisibleAsync();
        await raise.Element.Locator("#place-code").FillAsync(Code);
        await raise.Element.GetByRole(AriaRole.Button, new() { Name = RaiseCustomerText.PlusCodeUse, Exact = true }).ClickAsync();
        await Expect(raise.Element.Locator("#place-latitude")).ToHaveValueAsync(new Regex("^-26\\.1000"));
        await Expect(raise.Element.Locator("#place-longitude")).ToHaveValueAsync(new Regex("^28\\.0500"));

        await raise.Element.GetByRole(AriaRole.Button, new() { Name = RaiseCustomerText.Here, Exact = true }).ClickAsync();
        await Expect(raise.Element.Locator("#place-latitude")).ToHaveValueAsync(new Regex("^-26\\.11"));
        await Expect(raise.Element.Locator("#place-accuracy")).ToHaveValueAsync("35");
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);

        var sent = Assert.Single(console.Aura.State.Main.Callouts).Position!;
        Assert.StartsWith("-26.11", sent.Latitude, StringComparison.Ordinal);
        Assert.Equal(35, sent.Accuracy);
    }, $"Raise-{dialect}");

    [Fact]
    public Task Stream_OfLaterPositions_MovesTheCalloutUntilAuraSaysThatItIsClosed() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { RegistersWebhook = false });
        var person = await SignInAsync(console, Users.Dispatcher);
        var (page, raise) = (person.Page, person.Board.Raise);
        await StandAsync(page, -26.11f, 28.06f, 35);
        await RegisterAsync(page);
        await OpenRaiseAsync(person);
        await TypePlaceAsync(raise, "-26.1", "28.05");
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        await raise.Element.GetByRole(AriaRole.Button, new() { Name = CalloutText.OpenCallout }).ClickAsync();
        var id = Assert.Single(console.Aura.State.Main.Callouts).Id;
        var panel = page.Locator("[data-positions]");

        await panel.GetByRole(AriaRole.Button, new() { Name = RaiseCustomerText.PositionStream }).ClickAsync();
        await Expect(panel).ToContainTextAsync(RaiseCustomerText.PositionTaken);
        Assert.StartsWith("-26.11", console.Aura.State.Main.Callout(id)!.Position!.Latitude, StringComparison.Ordinal);
        // without webhooks nothing but AURA's 285 tells that the callout is closed
        while (console.Aura.State.Main.Callout(id)!.ClosedAt is null) await console.Api.StepAsync(id);
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = RaiseCustomerText.PositionStop })).ToBeVisibleAsync();

        // a stream keeps at least ten seconds between two positions
        await page.Context.SetGeolocationAsync(new Geolocation { Latitude = -26.12f, Longitude = 28.07f, Accuracy = 20 });
        await Expect(panel).ToContainTextAsync(RaiseCustomerText.PositionClosed, new() { Timeout = 40_000 });
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = RaiseCustomerText.PositionStop })).ToHaveCountAsync(0);
        await Expect(page.Locator($"[data-sheet='{id}']")).ToHaveAttributeAsync("data-stage", nameof(CalloutStage.Closed));
    });

    private static async Task StandAsync(IPage page, float latitude, float longitude, float accuracy)
    {
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new Geolocation { Latitude = latitude, Longitude = longitude, Accuracy = accuracy });
    }
}
