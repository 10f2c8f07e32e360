using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator;
using AuraConsole.Web.Components.Callouts;
using Xunit.Abstractions;

namespace AuraConsole.E2E;

/// <summary>The console needs no more than an address and credentials of something that speaks AURA's API, in either dialect.</summary>
public sealed class AnyAuraTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Theory]
    [InlineData(Dialect.Wrapped, WebhookBody.Rich, false)]
    [InlineData(Dialect.Bare, WebhookBody.Minimal, true)]
    public Task Console_AtAnAuraOfEitherDialect_RaisesAndSeesItClosed(Dialect dialect, WebhookBody body, bool wrapsLists) => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings
        {
            Aura = options =>
            {
                options.Dialect = dialect;
                options.WebhookBody = body;
                options.WrapLists = wrapsLists;
                options.CreateStatus = 201;
            },
        });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        var elsewhere = console.Aura.Raise("SITE-0002")!;
        await dispatcher.Board.ExpectStageAsync(elsewhere.Id, CalloutStage.Created);

        var raise = await dispatcher.Board.OpenRaiseAsync();
        await raise.RaiseAsync("SITE-0001");
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        await raise.CloseAsync();

        var id = console.Aura.State.Main.Callouts.Single(callout => callout.Id != elsewhere.Id).Id;
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Created);
        while (console.Aura.Step(id)!.IsActive)
        {
            // all the way, as fast as the simulator goes
        }

        await dispatcher.Board.ExpectClosedAsync(id);
    });

    [Fact]
    public Task Console_WithItsOwnSimulator_ShowsACalloutThroughAllStagesByItself() => RunAsync(async () =>
    {
        var console = await StartAsync(new ConsoleSettings
        {
            OwnProcess = true,
            RegistersWebhook = false,
            Configuration = new Dictionary<string, string>
            {
                ["Aura:Simulator:Enabled"] = "true",
                ["Aura:Simulator:Url"] = ChildConsole.FreeAddress(),
                ["Aura:Simulator:Tempo:Every"] = "00:00:00.400",
            },
        });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        await dispatcher.Board.WatchStagesAsync();

        var raise = await dispatcher.Board.OpenRaiseAsync();
        await raise.RaiseAsync("SITE-0001");
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        await raise.CloseAsync();

        await dispatcher.Board.ShowClosedAsync();
        var id = await dispatcher.Board.OnlyIdAsync();
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Closed);
        var seen = await dispatcher.Board.SeenStagesAsync(id);
        Assert.Equal(seen.Order(), seen);
    });
}
