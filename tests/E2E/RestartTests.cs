using System.Net;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AuraConsole.E2E;

public sealed class RestartTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const int Callouts = 8;
    private const int BodiesPerEvent = 20;

    private static readonly string[] Events = ["NEW_CALLOUT", "RESPONDER_ACKNOWLEDGED_CALLOUT", "RESPONDER_ARRIVED_ON_SCENE"];

    [Fact]
    public Task Console_KilledAfterTheAnswer_AppliesEveryStoredDeliveryAndThePageComesBackByItself() => RunAsync(async () =>
    {
        var console = (ChildConsole)await StartAsync(new ConsoleSettings { OwnProcess = true, RegistersWebhook = false });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        var ids = console.Aura.State.Main.Sites.Take(Callouts).Select(site => console.Aura.Raise(site.Reference)!.Id).ToList();

        var deliveries = new Deliveries(console);
        var answers = await Task.WhenAll(Bodies(ids).Select(body => deliveries.SendAsync(body)));
        await console.KillAsync();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        var stored = await StoredAsync(console);
        Assert.Equal(answers.Length, stored.Count);
        Assert.Contains(stored, delivery => delivery.Status == DeliveryStatus.Pending);
        await console.RestartAsync();
        await dispatcher.Board.ExpectLiveAsync();
        foreach (var id in ids) await dispatcher.Board.ExpectStageAsync(id, CalloutStage.OnScene);
        await Until.TrueAsync(async () => (await StoredAsync(console)).All(IsSettled), "every stored delivery is settled");
        Assert.Equal(answers.Length, (await StoredAsync(console)).Count);
        Assert.Equal(ids.Order(), (await console.Database.ReadAsync(db => db.Callouts.Select(c => c.AuraId).ToListAsync())).Order());
    });

    [Fact]
    public Task Page_WhileTheConsoleIsAway_SaysSoAndComesBackByItself() => RunAsync(async () =>
    {
        var console = (ChildConsole)await StartAsync(new ConsoleSettings { OwnProcess = true });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();

        await console.KillAsync();
        await dispatcher.ConnectionLost.ExpectShownAsync();
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await console.RestartAsync();

        await dispatcher.ConnectionLost.ExpectGoneAsync();
        await dispatcher.Board.ExpectLiveAsync();
        await dispatcher.Board.ExpectStageAsync(id, CalloutStage.Created);
    });

    private static bool IsSettled(Delivery delivery) => delivery.Status is DeliveryStatus.Applied or DeliveryStatus.Ignored;

    /// <summary>Many bodies for each stage, all different, so that applying them takes longer than answering them.</summary>
    private static IEnumerable<string> Bodies(IReadOnlyList<long> ids) =>
        from number in Enumerable.Range(0, BodiesPerEvent)
        from name in Events
        from id in ids
        select $$"""{"message":"{{name}}","number":{{number}},"callout":{"id":{{id}} } }""";

    private static Task<List<Delivery>> StoredAsync(ConsoleHost console) =>
        console.Database.ReadAsync(db => db.Deliveries.AsNoTracking().ToListAsync());
}
