using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

public sealed class MapTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Fact]
    public Task Map_RaisedAndMovedOn_ShowsItLiveWithItsStage() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var map = new MapPage(dispatcher.Page);
        await map.OpenAsync();

        var id = console.Aura.Raise("SITE-0001")!.Id;
        await map.Row(id).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(map.Mark(id)).ToBeVisibleAsync();
        await Expect(map.Mark(id)).ToHaveAttributeAsync("data-stage", "Created");
        // AURA takes it first, then sends somebody
        await console.Api.StepAsync(id);
        await console.Api.StepAsync(id);
        await Expect(map.Mark(id)).ToHaveAttributeAsync("data-stage", "Dispatched");
        await Expect(map.Mark(id)).ToContainTextAsync(CommonText.StageDispatched);
        await Expect(map.Mark(id)).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex($"^{CommonText.StageDispatched} "));
        Assert.InRange(int.Parse((await map.Ground.GetAttributeAsync("data-sites"))!, System.Globalization.CultureInfo.InvariantCulture), 1, 8);
    });

    [Fact]
    public Task Map_Chosen_IsFollowedUntilTheMapIsMovedByHand() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var map = new MapPage(dispatcher.Page);
        var ids = console.Aura.State.Main.Sites.Take(4).Select(site => console.Aura.Raise(site.Reference)!.Id).ToList();
        await map.OpenAsync();

        foreach (var id in ids)
        {
            await map.Row(id).GetByRole(AriaRole.Button).ClickAsync();
            await Expect(map.Mark(id)).ToBeInViewportAsync();
            await Expect(map.Mark(id)).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await Expect(map.FollowButton).ToHaveAttributeAsync("aria-pressed", "true");
        await map.Ground.DragToAsync(map.Ground, new()
        {
            SourcePosition = new() { X = 400, Y = 120 },
            TargetPosition = new() { X = 120, Y = 120 },
        });
        await Expect(map.FollowButton).ToHaveAttributeAsync("aria-pressed", "false");
    });

    [Fact]
    public Task List_ByKeyboardAlone_ChoosesAndOpensTheCallout() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var map = new MapPage(dispatcher.Page);
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await map.OpenAsync();
        await Expect(map.Row(id)).ToBeVisibleAsync();

        await map.Row(id).GetByRole(AriaRole.Button).FocusAsync();
        await dispatcher.Page.Keyboard.PressAsync("Enter");
        await Expect(map.Mark(id)).ToHaveAttributeAsync("aria-pressed", "true");
        await dispatcher.Page.Keyboard.PressAsync("Tab");
        await dispatcher.Page.Keyboard.PressAsync("Enter");

        await Expect(dispatcher.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/callouts/{id}$"));
        await dispatcher.Page.GoBackAsync();
        await map.ExpectDrawnAsync();
        await map.Mark(id).FocusAsync();
        await dispatcher.Page.Keyboard.PressAsync("Enter");
        await Expect(dispatcher.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/callouts/{id}$"));
    });

    [Fact]
    public Task Tiles_ThatCannotBeReached_LeaveTheOutlineAndSaySo() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings
        {
            Configuration = new Dictionary<string, string>
            {
                ["Map:TileUrl"] = $"{ChildConsole.FreeAddress()}{{z}}/{{x}}/{{y}}.png",
                ["Map:Attribution"] = "Tiles <b>of nobody</b>",
            },
        });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var map = new MapPage(dispatcher.Page);

        await map.OpenAsync();

        await Expect(map.Said).ToContainTextAsync(MapText.TilesFail);
        await Expect(dispatcher.Page.GetByText("Tiles <b>of nobody</b>")).ToBeVisibleAsync();
        await map.ExpectDrawnAsync();
        Assert.True(await InkAsync(dispatcher.Page), "The outline map is blank.");
    });

    /// <summary>Whether land is painted on the outline's canvas.</summary>
    private static Task<bool> InkAsync(IPage page) => page.EvaluateAsync<bool>("""
        () => [...document.querySelectorAll('.leaflet-outline-pane canvas')].some(canvas =>
          canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0))
        """);
}
