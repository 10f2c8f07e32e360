using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Callouts;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>As on AURA's staging: responders' steps send no webhook.</summary>
public sealed class SilentAuraTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Reference = "SITE-0001";

    private static readonly ConsoleSettings Silent = new()
    {
        PollInterval = ConsoleSettings.Often,
        ActiveListInterval = ConsoleSettings.Often,
        RegistersWebhook = false,
        Aura = static options => options.Silent = true,
    };

    [Fact]
    public Task Callout_MovedOnInSilence_IsSeenToClosedByPollingAlone() => RunAsync(async () =>
    {
        var console = await StartAsync(Silent);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        await dispatcher.MarkPageAsync();
        var raise = await dispatcher.Board.OpenRaiseAsync();
        await raise.RaiseAsync(Reference);
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        await raise.CloseAsync();
        var id = Assert.Single(console.Aura.State.Main.Callouts).Id;
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Created);

        await console.Api.StepAsync(id); // owned: no stage of its own
        foreach (var stage in new[] { CalloutStage.Dispatched, CalloutStage.OnScene, CalloutStage.Completed })
        {
            await console.Api.StepAsync(id);
            await dispatcher.Board.ExpectStageAsync(id, stage);
        }

        await console.Api.StepAsync(id);
        await dispatcher.Board.ExpectClosedAsync(id);
        await dispatcher.AssertSamePageAsync();
        Assert.Empty(console.Aura.State.Deliveries);
    });

    [Fact]
    public Task Callout_RaisedElsewhereInSilence_AppearsByItself() => RunAsync(async () =>
    {
        var console = await StartAsync(Silent);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();

        var callout = console.Aura.Raise(Reference)!;

        await dispatcher.Board.ExpectStageAsync(callout.Id, CalloutStage.Created);
    });

    [Fact]
    public Task Slot_TakenBySomebodyElse_IsSaidUntilDeliveriesComeAgain() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings
        {
            PollInterval = ConsoleSettings.Often,
            Configuration = new Dictionary<string, string> { ["Webhook:DoubtAfterChanges"] = "2" },
        });
        var admin = await SignInAsync(console, Users.Admin);
        await admin.Board.ShowAllAsync();
        var id = console.Aura.Raise(Reference)!.Id;
        await admin.Board.ExpectStageAsync(id, CalloutStage.Created);
        var inTheBar = admin.Page.Locator("header [data-slot-in-doubt], [role=banner] [data-slot-in-doubt]");
        await Expect(inTheBar).ToHaveCountAsync(0);

        console.Aura.Options.Silent = true;
        await console.Api.StepAsync(id);
        foreach (var stage in new[] { CalloutStage.Dispatched, CalloutStage.OnScene })
        {
            await console.Api.StepAsync(id);
            await admin.Board.ExpectStageAsync(id, stage);
        }
        await Expect(inTheBar).ToBeVisibleAsync();
        await admin.Page.GotoAsync("/admin/connection");
        var notice = admin.Page.Locator("main [data-slot-in-doubt]");
        await Expect(notice).ToBeVisibleAsync();

        console.Aura.Options.Silent = false;
        await console.Api.StepAsync(id);
        await Expect(inTheBar).ToHaveCountAsync(0);
        await Expect(notice).ToHaveCountAsync(0);
    });
}
