using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator.State;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

public sealed class StandDownTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Reason = "False alarm, confirmed by the keyholder";

    [Fact]
    public Task StandDown_WithAReason_ReachesStoodDownThenClosed() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Created);

        var dialog = await dispatcher.Board.OpenStandDownAsync(id);
        await dialog.Confirm.ClickAsync();
        await Expect(dialog.Element).ToContainTextAsync(CalloutText.StandDownReasonMissing);
        Assert.Equal(SimulatedStep.Created, console.Aura.State.Main.Callout(id)!.Step);
        await dialog.Reason.FillAsync(Reason);
        await dialog.Confirm.ClickAsync();

        await dialog.ExpectOutcomeAsync(CommandFace.Confirmed);
        await dialog.CloseAsync();
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.StoodDown);
        await Expect(dispatcher.Callout.Timeline).ToContainTextAsync(Reason);
        await console.Api.StepAsync(id);
        await dispatcher.Board.ExpectClosedAsync(id);
    });
}
