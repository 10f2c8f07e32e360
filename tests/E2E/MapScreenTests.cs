using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Map, wallboard and the wallboards' page in both themes; also the README's picture. The pictures stay in TestResults/screens.</summary>
public sealed class MapScreenTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task Screens_InATheme_AreAccessibleAndFit(string theme) => RunAsync(async () =>
    {
        var (admin, screens, ids) = await StartWorkAsync(theme);
        var map = new MapPage(admin.Page);

        await map.OpenAsync();
        await Expect(map.Ground).ToHaveAttributeAsync("data-sites", "20");
        await screens.LookAsync("map");
        await map.Row(ids[0]).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(map.Mark(ids[0])).ToBeVisibleAsync();
        await screens.LookAsync("map-chosen");
        await admin.Page.GotoAsync(WallboardPage.AdminAddress);
        await admin.Board.ExpectLiveAsync();
        await new WallboardPage(admin.Page).CreateLinkAsync("North wall");
        await screens.LookAsync("wallboards");
        await admin.Page.GotoAsync(WallboardPage.Address);
        await new WallboardPage(admin.Page).ExpectStateAsync("live");
        await Expect(new WallboardPage(admin.Page).Row(ids[^1])).ToBeVisibleAsync();
        await screens.LookAsync("wallboard");

        Assert.Empty(screens.Faults);
    });

    /// <summary>eng/picture.sh runs this one and copies what it leaves to docs/board.png.</summary>
    [Fact]
    public Task Picture_OfTheBoard_IsTakenForTheReadme() => RunAsync(async () =>
    {
        var (admin, _, ids) = await StartWorkAsync("dark");
        await admin.Page.GotoAsync(BoardPage.Address);
        await admin.Board.ExpectLiveAsync();
        await admin.Board.ShowAllAsync();
        await admin.Board.SelectAsync(ids[^1]);

        var picture = Path.Combine(Repository.TestResults, "board.png");
        File.Delete(picture);
        await admin.Page.ScreenshotAsync(new() { Path = picture });

        Assert.True(new FileInfo(picture).Length > 20_000, "The picture is empty.");
    });

    /// <summary>A board in the middle of a shift: callouts in every active stage.</summary>
    private async Task<(Operator Admin, Screens Screens, IReadOnlyList<long> Ids)> StartWorkAsync(string theme)
    {
        var console = await StartAsync(new ConsoleSettings { Aura = static aura => aura.SeedSites = 20 });
        var admin = await NewBrowserAsync(console);
        await admin.ChooseThemeAsync(theme);
        await admin.Page.GotoAsync(BoardPage.Address);
        await admin.SignIn.SignInAsync(Users.Admin);
        await admin.Board.ExpectLiveAsync();
        var ids = console.Aura.State.Main.Sites.Take(7).Select(site => console.Aura.Raise(site.Reference)!.Id).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            for (var step = 0; step < 3 - (i / 2); step++) await console.Api.StepAsync(ids[i]);
        }

        await admin.Board.ShowAllAsync();
        await Expect(admin.Board.Rows).ToHaveCountAsync(ids.Count);
        return (admin, new Screens(admin.Page, theme), ids);
    }
}
