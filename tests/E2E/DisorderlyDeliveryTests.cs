using System.Net;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator.State;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AuraConsole.E2E;

/// <summary>AURA's envelope has no id and no time: deliveries come twice, and in any order.</summary>
public sealed class DisorderlyDeliveryTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const int Steps = 6;
    private const int Copies = 3;

    [Fact]
    public Task Deliveries_RepeatedAndReordered_LeaveOneRowThatNeverGoesBack() => RunAsync(async () =>
    {
        var console = await StartAsync();
        console.Aura.Faults.Duplicates = Copies - 1;
        console.Aura.Faults.ReorderWindow = Steps / 2;
        console.Aura.Faults.ReorderHold = TimeSpan.FromMilliseconds(300);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        await dispatcher.Board.WatchStagesAsync();

        var id = console.Aura.Raise("SITE-0001")!.Id;
        while (console.Aura.Step(id)!.Step != SimulatedStep.Closed)
        {
            // every step is one delivery more in the queue that is shuffled
        }

        await Until.TrueAsync(() => console.Aura.State.Deliveries.Count == Steps * Copies, "all deliveries were sent");
        Assert.All(console.Aura.State.Deliveries, delivery => Assert.Equal((int)HttpStatusCode.OK, delivery.Status));
        Assert.NotEqual("NEW_CALLOUT", console.Aura.State.Deliveries[0].Event);
        await dispatcher.Board.ExpectClosedAsync(id);
        await AssertAllSettledAsync(console);
        var seen = await dispatcher.Board.SeenStagesAsync(id);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, await dispatcher.Board.MostRowsAsync(id));
        Assert.Equal(1, await console.Database.ReadAsync(db => db.Callouts.CountAsync()));
    });

    [Fact]
    public Task Delivery_OfAnEarlierStage_ChangesNoStage() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var deliveries = new Deliveries(console);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        await dispatcher.Board.WatchStagesAsync();
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Created);

        await deliveries.SendAsync(Deliveries.Body("RESPONDER_ARRIVED_ON_SCENE", id));
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.OnScene);
        await deliveries.SendAsync(Deliveries.Body("RESPONDER_ACKNOWLEDGED_CALLOUT", id));
        await deliveries.SendAsync(Deliveries.Body("RESPONDER_COMPLETED", id));

        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Completed);
        Assert.Equal([CalloutStage.Created, CalloutStage.OnScene, CalloutStage.Completed], await dispatcher.Board.SeenStagesAsync(id));
    });

    private static Task AssertAllSettledAsync(ConsoleHost console) => Until.TrueAsync(
        () => console.Database.ReadAsync(db => db.Deliveries.AllAsync(delivery => delivery.SettledAt != null)), "all deliveries are applied");
}
