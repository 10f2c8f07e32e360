using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>A shift is handed over by two people in two browsers.</summary>
public sealed class HandoverTests(BrowserFixture browsers, ITestOutputHelper output) : KeyboardTest(browsers, output)
{
    [Fact]
    public Task Handover_TwoPeople_IsSignedConfirmedAndPrinted() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var going = await SignInAsync(console, Users.Dispatcher);
        var coming = await SignInAsync(console, Users.Supervisor);
        var ids = new[] { console.Aura.Raise("SITE-0001")!.Id, console.Aura.Raise("SITE-0002")!.Id };
        await going.Page.GotoAsync("/handover");
        await coming.Page.GotoAsync("/handover");
        foreach (var id in ids)
            await Expect(Item(going.Page, id)).ToBeVisibleAsync();
        await going.Page.Locator("#handover-notes").FillAsync("The gate at the depot sticks.");
        await Button(going.Page, HandoverText.Sign).ClickAsync();
        await Expect(going.Page.Locator("[data-handover-state=Waiting]")).ToBeVisibleAsync();
        await Expect(going.Page.GetByText(HandoverText.OwnNotice)).ToBeVisibleAsync();

        // the other page hears of it by itself
        await coming.Page.Locator("[data-handovers=waiting] [data-handover-state=Waiting] a").ClickAsync();
        await Expect(coming.Page.GetByText("The gate at the depot sticks.")).ToBeVisibleAsync();
        await Expect(Button(coming.Page, HandoverText.SignReceived)).ToBeDisabledAsync();
        foreach (var id in ids)
        {
            await Item(coming.Page, id).GetByRole(AriaRole.Button).ClickAsync();
            await Expect(Item(coming.Page, id)).ToHaveAttributeAsync("data-confirmed", "true");
            await Expect(Item(going.Page, id)).ToHaveAttributeAsync("data-confirmed", "true");
        }
        await Button(coming.Page, HandoverText.SignReceived).ClickAsync();
        foreach (var person in new[] { coming, going })
            await Expect(person.Page.Locator("[data-handover-state=Received]")).ToBeVisibleAsync();

        await coming.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(coming.Page.Locator(".rail")).ToBeHiddenAsync();
        await Expect(Button(coming.Page, HandoverText.Print)).ToBeHiddenAsync();
        await Expect(Item(coming.Page, ids[0])).ToBeVisibleAsync();
        await Expect(coming.Page.Locator("main")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        Assert.NotEmpty(await coming.Page.PdfAsync());
        // as wide as a sheet of A4 without its margins
        await coming.Page.SetViewportSizeAsync(690, 975);
        Assert.InRange((await Item(coming.Page, ids[0]).BoundingBoxAsync())!.Height, 20, 160);
        Assert.True(await coming.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The paper is too narrow.");
        await coming.Page.SetViewportSizeAsync(1280, 800);
        await coming.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        await coming.Page.GotoAsync("/handover");
        await Expect(coming.Page.Locator("[data-handovers=past] [data-handover-state=Received]")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Handover_TwoComeAtOnce_TheSecondIsToldOfTheFirst() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var going = await SignInAsync(console, Users.Dispatcher);
        var (one, other) = (await SignInAsync(console, Users.Supervisor), await SignInAsync(console, Users.Admin));
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await going.Page.GotoAsync("/handover");
        await Expect(Item(going.Page, id)).ToBeVisibleAsync();
        await Button(going.Page, HandoverText.Sign).ClickAsync();
        await Expect(going.Page.Locator("[data-handover-state=Waiting]")).ToBeVisibleAsync();
        var address = new Uri(going.Page.Url).AbsolutePath;
        await one.Page.GotoAsync(address);
        await other.Page.GotoAsync(address);
        await Item(one.Page, id).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(Item(other.Page, id)).ToContainTextAsync(HandoverText.ConfirmInstead);
        await Expect(Button(other.Page, HandoverText.SignReceived)).ToBeDisabledAsync();
        await Button(one.Page, HandoverText.SignReceived).ClickAsync();

        await Expect(other.Page.Locator("[data-handover-state=Received]")).ToBeVisibleAsync();
        await Expect(Button(other.Page, HandoverText.SignReceived)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Handover_WithoutAMouse_IsSignedAndReceived() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (going, hands) = await SitDownAsync(console, Users.Dispatcher, (1280, 800, "dark"));
        var (coming, others) = await SitDownAsync(console, Users.Supervisor, (1280, 800, "light"));
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await going.Page.GotoAsync("/handover");
        await Expect(Item(going.Page, id)).ToBeVisibleAsync();
        await hands.TypeAtAsync(going.Page.Locator("#handover-notes"), "Quiet night.");
        await hands.PressAtAsync(Button(going.Page, HandoverText.Sign));
        await Expect(going.Page.Locator("[data-handover-state=Waiting]")).ToBeVisibleAsync();

        await coming.Page.GotoAsync(new Uri(going.Page.Url).AbsolutePath);
        await others.PressAtAsync(Item(coming.Page, id).GetByRole(AriaRole.Button));
        await Expect(Item(coming.Page, id)).ToHaveAttributeAsync("data-confirmed", "true");
        await Expect(Button(coming.Page, HandoverText.SignReceived)).ToBeEnabledAsync();
        await others.PressAtAsync(Button(coming.Page, HandoverText.SignReceived));

        await Expect(going.Page.Locator("[data-handover-state=Received]")).ToBeVisibleAsync();
    });

    private static ILocator Item(IPage page, long callout) => page.Locator($"[data-handover-item='callout:{callout}']");

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
