using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator.State;
using AuraConsole.Web.Components.Callouts;
using Xunit.Abstractions;

namespace AuraConsole.E2E;

/// <summary>The product's spine: a site, a callout, and everybody sees it through.</summary>
public sealed class MainJobTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Reference = "E2E-0001";

    [Fact]
    public Task Callout_RaisedForANewSite_IsSeenByTwoPeopleFromCreatedToClosed() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);
        await admin.Site.RegisterAsync(Reference, "Night Market", "1 Lantern Street, Melville", "-26.1753", "28.0080");
        Assert.Equal("Night Market", console.Aura.State.Main.Site(Reference)?.Name);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var supervisor = await SignInAsync(console, Users.Supervisor);
        Operator[] people = [dispatcher, supervisor];
        foreach (var person in people)
        {
            await person.Board.ShowAllAsync();
            await person.MarkPageAsync();
        }

        var raise = await dispatcher.Board.OpenRaiseAsync();
        await raise.RaiseAsync(Reference);
        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        await raise.CloseAsync();

        var callout = Assert.Single(console.Aura.State.Main.Callouts);
        Assert.Equal(Reference, callout.Site?.Reference);
        await ExpectAllAsync(people, callout.Id, CalloutStage.Created);
        await StepToAsync(console, callout.Id, SimulatedStep.Dispatched);
        await ExpectAllAsync(people, callout.Id, CalloutStage.Dispatched);
        await StepToAsync(console, callout.Id, SimulatedStep.OnScene);
        await ExpectAllAsync(people, callout.Id, CalloutStage.OnScene);
        await StepToAsync(console, callout.Id, SimulatedStep.Completed);
        await ExpectAllAsync(people, callout.Id, CalloutStage.Completed);
        await StepToAsync(console, callout.Id, SimulatedStep.Closed);
        foreach (var person in people)
        {
            await person.Board.ExpectClosedAsync(callout.Id);
            await person.AssertSamePageAsync();
        }
    });

    private static async Task ExpectAllAsync(Operator[] people, long id, CalloutStage stage)
    {
        foreach (var person in people) await person.Board.ExpectStageAsync(id, stage);
    }

    private static async Task StepToAsync(ConsoleHost console, long id, SimulatedStep step)
    {
        while (console.Aura.State.Main.Callout(id)!.Step != step) await console.Api.StepAsync(id);
    }
}
