using System.Text.RegularExpressions;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;
using RaiseDialog = AuraConsole.E2E.Pages.RaiseDialog;

namespace AuraConsole.E2E;

public sealed partial class TwoRaiseAtOnceTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Reference = "SITE-0002";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Raise_ByTwoAtOnceForOneSite_IsOneCalloutConfirmedAndJoined(bool auraReusesTheActiveOne) => RunAsync(async () =>
    {
        var console = await StartAsync(AuraThatReuses(auraReusesTheActiveOne));
        var first = await ReadyToRaiseAsync(console, Users.Dispatcher);
        var second = await ReadyToRaiseAsync(console, Users.Supervisor);
        // both are on their way before the first is answered
        console.Aura.Faults.Latency = TimeSpan.FromMilliseconds(300);

        await Task.WhenAll(first.Confirm.ClickAsync(), second.Confirm.ClickAsync());

        await Expect(first.Outcome).ToHaveAttributeAsync("data-outcome", Settled());
        await Expect(second.Outcome).ToHaveAttributeAsync("data-outcome", Settled());
        string?[] outcomes = [await first.Outcome.GetAttributeAsync("data-outcome"), await second.Outcome.GetAttributeAsync("data-outcome")];
        Assert.Equal([nameof(CommandFace.Confirmed), nameof(CommandFace.Joined)], outcomes.Order());
        Assert.Single(console.Aura.State.Main.Callouts);
    });

    [Fact]
    public Task Raise_OfASecondWithAReason_MakesOne() => RunAsync(async () =>
    {
        var console = await StartAsync(AuraThatReuses(false));
        var active = console.Aura.Raise(Reference)!;
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Board.ShowAllAsync();
        await Expect(dispatcher.Board.Row(active.Id)).ToBeVisibleAsync();
        var raise = await dispatcher.Board.OpenRaiseAsync();
        await raise.ChooseAsync(Reference);
        await Expect(raise.Element).ToContainTextAsync(CalloutText.RaiseActive);

        await raise.InsistsOnSecond.CheckAsync();
        await raise.ConfirmSecond.ClickAsync();
        await Expect(raise.Element).ToContainTextAsync(CalloutText.RaiseSecondMissing);
        Assert.Single(console.Aura.State.Main.Callouts);
        await raise.SecondReason.FillAsync("A second alarm at the other gate");
        await raise.ConfirmSecond.ClickAsync();

        await raise.ExpectOutcomeAsync(CommandFace.Confirmed);
        Assert.Equal(2, console.Aura.State.Main.Callouts.Count);
        await raise.CloseAsync();
        await Expect(dispatcher.Board.Rows).ToHaveCountAsync(2);
    });

    private static ConsoleSettings AuraThatReuses(bool reuses) => new() { Aura = options => options.ReuseActiveCallout = reuses };

    private async Task<RaiseDialog> ReadyToRaiseAsync(ConsoleHost console, string email)
    {
        var person = await SignInAsync(console, email);
        var raise = await person.Board.OpenRaiseAsync();
        await raise.ChooseAsync(Reference);
        return raise;
    }

    [GeneratedRegex("^(Confirmed|Joined)$")]
    private static partial Regex Settled();
}
