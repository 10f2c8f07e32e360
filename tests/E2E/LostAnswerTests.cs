using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>A raise left and no answer came: never sent twice, never guessed.</summary>
public sealed class LostAnswerTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Reference = "SITE-0001";

    private static readonly ConsoleSettings Impatient = new()
    {
        Configuration = new Dictionary<string, string>
        {
            ["Outbound:SettleInterval"] = "00:00:00.200",
            ["Outbound:SettleWindow"] = "00:00:03",
        },
    };

    [Fact]
    public Task Raise_AnswerLostAfterAuraDidIt_IsUnknownThenConfirmedAndDoneOnce() => RunAsync(async () =>
    {
        var console = await StartAsync(Impatient);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        var raise = await dispatcher.Board.OpenRaiseAsync();
        await raise.ChooseAsync(Reference);
        await raise.WatchOutcomesAsync();
        console.Aura.Faults.DropAnswers = 1;
        // what the look at AURA takes is what a person has to read "no answer yet"
        console.Aura.Faults.Latency = TimeSpan.FromMilliseconds(500);

        await raise.Confirm.ClickAsync();

        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        Assert.Equal([CommandFace.Unknown, CommandFace.Confirmed], await raise.SeenOutcomesAsync());
        var callout = Assert.Single(console.Aura.State.Main.Callouts);
        await raise.CloseAsync();
        await dispatcher.Board.ExpectStageAsync(callout.Id, CalloutStage.Created);
        await Expect(dispatcher.Board.Rows).ToHaveCountAsync(1);
        Assert.Single(Raises(console));
    });

    [Fact]
    public Task Raise_LostBeforeAuraDidIt_IsSaidNotSent() => RunAsync(async () =>
    {
        var console = await StartAsync(Impatient);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        console.Aura.Faults.DropRequests = 1;

        var raise = await dispatcher.Board.OpenRaiseAsync();
        await raise.RaiseAsync(Reference);

        await raise.ExpectOutcomeAsync(CommandFace.NotSent);
        await Expect(raise.Outcome).ToContainTextAsync(CalloutText.NotSentNothing);
        Assert.Empty(console.Aura.State.Main.Callouts);
        Assert.Single(Raises(console));
    });

    private static IEnumerable<string> Raises(ConsoleHost console) => console.Aura.State.Requests
        .Where(request => request.Method == "POST" && request.Path.EndsWith("/callouts", StringComparison.Ordinal)).Select(request => request.Path);
}
