using System.Globalization;
using System.Text.RegularExpressions;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Sheet, palette, help, map, sound and stage clocks, by keyboard alone.</summary>
public sealed class KeyboardWorkspacePagesTests(BrowserFixture browsers, ITestOutputHelper output) : KeyboardTest(browsers, output)
{
    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Sheet_NotedAnsweredFilteredAndRated(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Aura = static aura => aura.ChatReplyDelay = TimeSpan.FromMilliseconds(200) });
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        var id = console.Aura.Raise("SITE-0001")!.Id;
        var sheet = new SheetPage(person.Page);
        await hands.OpenRowAsync(person.Board.Row(id));

        await hands.TypeAtAsync(sheet.Note, "Keyholder is on the way");
        await hands.PressAsync("Control+Enter");
        await Expect(sheet.Timeline.Locator("[data-entry='Note']")).ToContainTextAsync("Keyholder is on the way");
        await Expect(sheet.Note).ToHaveValueAsync("");
        await hands.TypeAtAsync(sheet.Message, "Gate code is 4411");
        await hands.PressAtAsync(sheet.Send);
        await Expect(sheet.Exchange.Locator("[data-message='MessageSent']")).ToHaveAttributeAsync("data-sending", "Sent");
        await Expect(sheet.Exchange.Locator("[data-message='MessageReceived']")).ToHaveCountAsync(1);

        await hands.PressAtAsync(sheet.Timeline.GetByRole(AriaRole.Button, new() { Name = SheetText.FilterNotes, Exact = true }));
        await Expect(sheet.Timeline.Locator("[data-entry]")).ToHaveCountAsync(1);
        await Expect(sheet.Timeline.Locator("[data-entry='Note']")).ToHaveCountAsync(1);

        while (console.Aura.State.Main.Callout(id)!.ClosedAt is null) await console.Api.StepAsync(id);
        await hands.PressAtAsync(person.Page.GetByRole(AriaRole.Button, new() { Name = SheetText.RatingOpen }));
        await hands.TabToAsync(person.Page.GetByLabel("1", new() { Exact = true }));
        await hands.PressAsync("Space");
        for (var stars = 2; stars <= 4; stars++) await hands.PressAsync("ArrowRight");
        await Expect(person.Page.GetByLabel("4", new() { Exact = true })).ToBeCheckedAsync();
        await hands.PressAtAsync(person.Page.GetByLabel("Arrived quickly"), "Space");
        await hands.PressAtAsync(person.Page.GetByRole(AriaRole.Button, new() { Name = SheetText.RatingSend }));
        var rating = person.Page.Locator("[data-rating]");
        await Expect(rating).ToHaveAttributeAsync("data-rating", "Sent");
        await Expect(rating).ToContainTextAsync(Filled(SheetText.RatingOf, 4));
        await Expect(rating).ToContainTextAsync("Arrived quickly");
    }, $"Sheet-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Palette_AndHelp_OpenWhatIsWantedAndGiveFocusBack(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        var id = console.Aura.Raise("SITE-0002")!.Id;
        await Expect(person.Board.Row(id)).ToHaveCountAsync(1);

        await hands.TabToAsync(person.Board.RaiseButton);
        await hands.PressAsync("?");
        await Expect(person.Shell.Keys).ToContainTextAsync(BoardText.RaiseCallout);
        await hands.PressAsync("Escape");
        await Expect(person.Shell.Keys).ToHaveCountAsync(0);
        await Expect(person.Board.RaiseButton).ToBeFocusedAsync();

        await person.Shell.OpenPaletteAsync();
        await hands.TypeAsync("SITE-0005");
        await Expect(person.Shell.Palette.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await hands.PressAsync("Enter");
        await Expect(person.Page).ToHaveURLAsync(new Regex("/sites/[0-9]+$"));
        await Expect(person.Page.GetByText("SITE-0005").First).ToBeVisibleAsync();
        await person.Shell.OpenPaletteAsync();
        await hands.TypeAsync(id.ToString(CultureInfo.InvariantCulture));
        await hands.PressAsync("Enter");
        await Expect(person.Page.Locator($"[data-sheet='{id}']")).ToBeVisibleAsync();
    }, $"Palette-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Map_FromTheRail_ItsListOpensTheCallout(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        var id = console.Aura.Raise("SITE-0001")!.Id;
        var map = new MapPage(person.Page);

        await hands.PressAtAsync(person.Page.Locator("nav.rail").GetByRole(AriaRole.Link, new() { Name = MapText.Nav }));
        await map.ExpectDrawnAsync();
        await hands.PressAtAsync(map.Row(id).GetByRole(AriaRole.Button));
        await Expect(map.Mark(id)).ToHaveAttributeAsync("aria-pressed", "true");
        await hands.PressAtAsync(map.Row(id).GetByRole(AriaRole.Link));

        await Expect(person.Page).ToHaveURLAsync(new Regex($"/callouts/{id}$"));
        await Expect(person.Page.Locator($"[data-sheet='{id}']")).ToBeVisibleAsync();
    }, $"Map-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Sound_SilencedWithQ_AndMutedBehindTheLamp(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        await hands.TabToAsync(person.Sound.Lamp);
        console.Aura.Raise("SITE-0001");
        await person.Sound.PlayedAsync("Security", 1);
        await Expect(person.Sound.Quiet).ToBeVisibleAsync();

        await hands.PressAsync("q");
        await person.Sound.WantsAsync("None");
        await Expect(person.Sound.Quiet).ToHaveCountAsync(0);
        await hands.PressAtAsync(person.Sound.Lamp);
        await Expect(person.Sound.Dialog).ToBeVisibleAsync();
        await hands.PressAtAsync(person.Sound.Dialog.GetByRole(AriaRole.Button, new() { Name = Filled(AlarmText.MuteMinutes, 1), Exact = true }));
        await person.Sound.ExpectAsync(LampState.Muted);
        await Expect(person.Sound.Lamp.Locator("[data-mute-left]")).ToHaveTextAsync(new Regex("^(1:00|0:5[0-9])$"));
        await hands.TabToAsync(person.Sound.Dialog.GetByRole(AriaRole.Button, new() { Name = AlarmText.Unmute }));
        await hands.PressAsync("Escape");

        await Expect(person.Sound.Dialog).ToHaveCountAsync(0);
        await Expect(person.Sound.Lamp).ToBeFocusedAsync();
    }, $"Sound-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Clocks_ALimitEdited_IsSaved(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (admin, hands) = await SitDownAsync(console, Users.Admin, (width, height, theme));
        await admin.Shell.OpenPaletteAsync();
        await hands.TypeAsync("/admin/clocks");
        await Expect(admin.Shell.Palette.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await hands.PressAsync("Enter");
        await Expect(admin.Page).ToHaveURLAsync(new Regex("/admin/clocks$"));

        await hands.PressAtAsync(admin.Page.GetByRole(AriaRole.Button, new() { Name = Filled(ClocksText.EditOf, "EN 50518 style") }));
        await hands.TypeAtAsync(admin.Page.GetByLabel(Filled(ClocksText.WarningOf, ClocksText.PhaseClaim)), "41");
        await hands.TypeAtAsync(admin.Page.GetByLabel(Filled(ClocksText.BreachOf, ClocksText.PhaseClaim)), "83");
        await hands.PressAtAsync(admin.Page.GetByRole(AriaRole.Button, new() { Name = ClocksText.Save, Exact = true }));

        await Expect(admin.Page.GetByText(ClocksText.Saved)).ToBeVisibleAsync();
        Assert.Equal(1, await console.Database.ReadAsync(db => db.StageClockPresets.CountAsync(preset => preset.Name == "EN 50518 style" && preset.ClaimBreach == 83)));
    }, $"Clocks-{theme}");

    private static string Filled(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
