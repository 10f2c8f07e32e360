using AuraConsole.E2E.Support;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Live;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

public sealed class AuraAwayTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Reference = "SITE-0003";

    [Fact]
    public Task Raise_WhileAuraIsAway_IsSaidNotSentAndGoesOutOnceAuraIsBack() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings { PollInterval = ConsoleSettings.Often, ActiveListInterval = ConsoleSettings.Often });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.TruthBar.ExpectReachAsync(AuraReach.Connected);
        await dispatcher.MarkPageAsync();
        var raise = await dispatcher.Board.OpenRaiseAsync();
        await raise.ChooseAsync(Reference);

        await console.StopAuraAsync();
        await raise.Confirm.ClickAsync();

        await raise.ExpectOutcomeAsync(CommandFace.NotSent);
        await dispatcher.TruthBar.ExpectReachAsync(AuraReach.Unreachable);
        await Expect(dispatcher.TruthBar.Warning).ToHaveCountAsync(1);
        await console.StartAuraAgainAsync();
        await dispatcher.TruthBar.ExpectReachAsync(AuraReach.Connected);
        await Expect(dispatcher.TruthBar.Warning).ToHaveCountAsync(0);
        Assert.Empty(console.Aura.State.Main.Callouts);
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        Assert.Single(console.Aura.State.Main.Callouts);
        await dispatcher.AssertSamePageAsync();
    });
}
