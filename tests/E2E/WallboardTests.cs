using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

public sealed class WallboardTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Fact]
    public Task Wall_OfASignedInPerson_CountsLive() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var wall = new WallboardPage(dispatcher.Page);
        await dispatcher.Page.GotoAsync(WallboardPage.Address);
        await wall.ExpectStateAsync("live");

        var id = console.Aura.Raise("SITE-0001")!.Id;
        await Expect(wall.Count("new")).ToHaveTextAsync("1");
        await Expect(wall.Row(id)).ToHaveAttributeAsync("data-stage", "Created");
        // AURA takes it first, then sends somebody
        await console.Api.StepAsync(id);
        await console.Api.StepAsync(id);

        await Expect(wall.Count("dispatched")).ToHaveTextAsync("1");
        await Expect(wall.Count("new")).ToHaveTextAsync("0");
        await Expect(wall.Row(id)).ToContainTextAsync(CommonText.StageDispatched);
        await Expect(wall.Band).ToBeHiddenAsync();
    });

    [Fact]
    public Task Wall_WithMoreThanFits_SaysHowManyAndNeverScrolls() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { Aura = static aura => aura.SeedSites = 40 });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var wall = new WallboardPage(dispatcher.Page);
        foreach (var site in console.Aura.State.Main.Sites.Take(30)) console.Aura.Raise(site.Reference);
        await dispatcher.Page.GotoAsync(WallboardPage.Address);
        await Expect(wall.Count("new")).ToHaveTextAsync("30");

        foreach (var (width, height) in new[] { (1920, 1080), (1280, 800) })
        {
            await dispatcher.Page.SetViewportSizeAsync(width, height);
            var rows = dispatcher.Page.Locator("#rows li");
            await Expect(rows.Last).ToBeInViewportAsync(new() { Ratio = 1 });
            await Expect(wall.More).ToHaveTextAsync($"+{30 - await rows.CountAsync()} more");
            Assert.False(await dispatcher.Page.EvaluateAsync<bool>(
                "() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth"));
        }
    });

    [Fact]
    public Task Wall_WhenTheConsoleGoesAndComesBack_SaysSoAndRecoversByItself() => RunAsync(async () =>
    {
        var console = (ChildConsole)await StartAsync(new ConsoleSettings { OwnProcess = true });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var wall = new WallboardPage(dispatcher.Page);
        await dispatcher.Page.GotoAsync(WallboardPage.Address);
        await wall.ExpectStateAsync("live");
        await dispatcher.MarkPageAsync();

        await console.KillAsync();
        await wall.ExpectStateAsync("stale");
        await Expect(wall.Band).ToContainTextAsync("Reconnecting");
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await console.RestartAsync();

        await wall.ExpectStateAsync("live");
        await Expect(wall.Row(id)).ToHaveAttributeAsync("data-stage", "Created");
        await dispatcher.AssertSamePageAsync();
    });

    [Fact]
    public Task Link_InAFreshBrowser_OpensTheWallAndNothingElseUntilItIsTakenBack() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);
        await admin.Page.GotoAsync(WallboardPage.AdminAddress);
        await admin.Board.ExpectLiveAsync();
        var link = await new WallboardPage(admin.Page).CreateLinkAsync("North wall");
        var screen = await NewBrowserAsync(console);
        var wall = new WallboardPage(screen.Page);

        await screen.Page.GotoAsync(link);
        await wall.ExpectStateAsync("live");
        Assert.DoesNotContain(link.Split('#')[1], screen.Page.Url, StringComparison.Ordinal);
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await Expect(wall.Row(id)).ToBeVisibleAsync();

        var other = await screen.Page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await new SignInPage(other).ExpectShownAsync();
        await new WallboardPage(admin.Page).RevokeAsync("North wall");
        await wall.ExpectStateAsync("refused");
        await Expect(wall.Band).ToContainTextAsync("took this screen's access back");
        await screen.Page.ReloadAsync();
        await Expect(screen.Page.GetByText(WallText.EndedText)).ToBeVisibleAsync();
        await screen.Page.GotoAsync(link);
        await Expect(screen.Page.GetByText(WallText.EndedText)).ToBeVisibleAsync();
    });
}
