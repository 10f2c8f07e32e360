using System.Globalization;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator.State;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>The queue and what is done with callouts, by keyboard alone.</summary>
public sealed class KeyboardWorkspaceTests(BrowserFixture browsers, ITestOutputHelper output) : KeyboardTest(browsers, output)
{
    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Queue_FilteredAndPicked_IsClaimedAndNotedTogether(int width, int height, string theme) => RunAsync(async () =>
    {
        const string Words = "Same keyholder for both";
        var console = await StartAsync(new ConsoleSettings { Aura = static aura => aura.SeedSites = 12 });
        var other = console.Aura.Raise("SITE-0001")!.Id;
        var (one, two, moved) = (console.Aura.Raise("SITE-0010")!.Id, console.Aura.Raise("SITE-0011")!.Id, console.Aura.Raise("SITE-0012")!.Id);
        await console.Api.StepAsync(moved);
        await console.Api.StepAsync(moved);
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        await hands.PressAtAsync(Tab(person, BoardText.TabAll));
        await Expect(person.Board.Rows).ToHaveCountAsync(4);
        await person.Board.ExpectStageAsync(moved, CalloutStage.Dispatched);

        await hands.PressAtAsync(person.Page.GetByRole(AriaRole.Button, new() { Name = BoardText.Filters, Exact = true }));
        await hands.TabToAsync(person.Page.GetByLabel(BoardText.FilterStage, new() { Exact = true }));
        await hands.TypeAsync("Cre");
        await Expect(person.Board.Rows).ToHaveCountAsync(3);
        await hands.PressAsync("Shift+Tab");
        await hands.PressAsync("/");
        await hands.TypeAsync("SITE-001");
        await Expect(person.Board.Rows).ToHaveCountAsync(2);
        await Expect(person.Board.Row(other)).ToHaveCountAsync(0);

        await PickBothAsync(person, hands);
        await hands.PressAtAsync(Bulk(person, CalloutText.Claim));
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator("[data-fate=Claim]")).ToHaveCountAsync(2);
        await hands.PressAtAsync(Confirm(dialog, CalloutText.Claim));
        await Expect(dialog.Locator("[data-result=good]")).ToHaveCountAsync(2);
        await hands.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        foreach (var id in new[] { one, two }) await Expect(person.Board.Row(id)).ToContainTextAsync(CalloutText.You);

        await PickBothAsync(person, hands);
        await hands.PressAtAsync(Bulk(person, BulkText.NoteAsk));
        await Expect(dialog.Locator("[data-fate=Note]")).ToHaveCountAsync(2);
        await hands.TypeAtAsync(dialog.GetByRole(AriaRole.Textbox), Words);
        await hands.PressAtAsync(Confirm(dialog, BulkText.Note));
        await Expect(dialog.Locator("[data-result=good]")).ToHaveCountAsync(2);
        await hands.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        foreach (var id in new[] { one, two })
        {
            await hands.OpenRowAsync(person.Board.Row(id));
            await Expect(person.Page.Locator($"[data-sheet='{id}'] [data-entry='Note']")).ToContainTextAsync(Words);
        }

        Assert.Equal(2, await console.Database.ReadAsync(db => db.Entries.CountAsync(entry => entry.Detail == Words)));
    }, $"Queue-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Claim_WithC_IsTakenBackWithH(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        var (other, _) = await SitDownAsync(console, Users.Supervisor, (width, height, theme));
        var id = console.Aura.Raise("SITE-0001")!.Id;

        await hands.OpenRowAsync(person.Board.Row(id));
        await Expect(person.Board.ClaimButton).ToBeVisibleAsync();
        await hands.PressAsync("c");
        var back = Act(person, CalloutText.TakeBack);
        await Expect(back.Locator("[data-left]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(1[0-9]|20)$"));
        await Expect(other.Board.Row(id)).Not.ToContainTextAsync(CalloutText.Unclaimed);
        await hands.PressAsync("h");

        await Expect(person.Board.ClaimButton).ToBeVisibleAsync();
        await Expect(other.Board.Row(id)).ToContainTextAsync(CalloutText.Unclaimed);
        await Expect(person.Callout.Timeline.Locator("[data-entry='ClaimTakenBack']")).ToHaveCountAsync(1);
    }, $"Claim-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task TakeOver_WithATypedReason_TellsTheOwner(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (owner, theirs) = await SitDownAsync(console, Users.Supervisor, (width, height, theme));
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        await hands.PressAtAsync(Tab(person, BoardText.TabAll));
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await theirs.OpenRowAsync(owner.Board.Row(id));
        await Expect(owner.Board.ClaimButton).ToBeVisibleAsync();
        await theirs.PressAsync("c");
        await Expect(person.Board.Row(id)).Not.ToContainTextAsync(CalloutText.Unclaimed);

        await hands.OpenRowAsync(person.Board.Row(id));
        await hands.PressAtAsync(Act(person, CalloutText.TakeOverAsk));
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        var confirm = dialog.GetByRole(AriaRole.Button, new() { Name = CalloutText.TakeOver, Exact = true });
        await hands.PressAtAsync(confirm);
        await Expect(dialog).ToContainTextAsync(CalloutText.TakeOverMissing);
        await hands.TypeAtAsync(dialog.GetByLabel(CalloutText.TakeOverReason), "Shift ends");
        await hands.PressAtAsync(confirm);

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(owner.Page.Locator(".taken")).ToContainTextAsync("took over");
        await Expect(person.Callout.Timeline).ToContainTextAsync("Shift ends");
        await Expect(person.Board.Row(id)).ToContainTextAsync(CalloutText.You);
    }, $"TakeOver-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task StandDown_WithXAndAurasReason_ShowsTheOutcome(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        var id = console.Aura.Raise("SITE-0001")!.Id;

        var dialog = await AskStandDownAsync(person, hands, id);
        await ChooseFalseAlarmAsync(hands, dialog);
        await hands.PressAtAsync(dialog.Confirm);

        await dialog.ExpectOutcomeAsync(CommandFace.Confirmed);
        await hands.PressAsync("Escape");
        await Expect(dialog.Element).ToBeHiddenAsync();
        await person.Board.ExpectStageAsync(id, CalloutStage.StoodDown);
        await Expect(person.Callout.Timeline.Locator("[data-entry='ReasonAttached']")).ToHaveCountAsync(1);
        var there = console.Aura.State.Main.Callout(id)!;
        Assert.Equal((SimulatedStep.Cancelled, null), (there.Step, there.SafeCode));
    }, $"StandDown-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task StandDown_WithTheCustomersCode_SendsTheCode(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        var (id, code) = await console.Api.RaiseForCustomerAsync();

        var dialog = await AskStandDownAsync(person, hands, id);
        await hands.TypeAtAsync(dialog.Element.GetByLabel(SheetText.SafeCode), code);
        await Expect(dialog.Element.Locator("[data-duress='unchecked']")).ToHaveCountAsync(0);
        await ChooseFalseAlarmAsync(hands, dialog);
        await hands.PressAtAsync(dialog.Element.GetByRole(AriaRole.Button, new() { Name = SheetText.ConfirmWithCode }));

        await dialog.ExpectOutcomeAsync(CommandFace.Confirmed);
        await Expect(dialog.Outcome).ToContainTextAsync("with the customer’s code");
        var there = console.Aura.State.Main.Callout(id)!;
        Assert.Equal((SimulatedStep.Cancelled, code, false), (there.Step, there.SafeCode, there.Duress));
    }, $"WithCode-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task StandDown_CustomersWithoutTheCode_IsWarnedOfAndSentWithoutIt(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Dispatcher, (width, height, theme));
        var (id, _) = await console.Api.RaiseForCustomerAsync();

        var dialog = await AskStandDownAsync(person, hands, id);
        await Expect(dialog.Element.Locator("[data-duress='unchecked']")).ToContainTextAsync(SheetText.SafeCodeMissing);
        await ChooseFalseAlarmAsync(hands, dialog);
        await hands.PressAtAsync(dialog.Element.GetByRole(AriaRole.Button, new() { Name = SheetText.ConfirmWithoutCode }));

        await dialog.ExpectOutcomeAsync(CommandFace.Confirmed);
        await Expect(dialog.Outcome).Not.ToContainTextAsync("with the customer’s code");
        var there = console.Aura.State.Main.Callout(id)!;
        Assert.Equal((SimulatedStep.Cancelled, null, false), (there.Step, there.SafeCode, there.Duress));
    }, $"WithoutCode-{theme}");

    /// <summary>In the queue, opened, then X.</summary>
    private static async Task<Pages.StandDownDialog> AskStandDownAsync(Operator person, Hands hands, long id)
    {
        await hands.PressAtAsync(Tab(person, BoardText.TabAll));
        await hands.OpenRowAsync(person.Board.Row(id));
        await Expect(person.Board.StandDownButton).ToBeVisibleAsync();
        await hands.PressAsync("x");
        var dialog = person.Board.StandDown(id);
        await Expect(dialog.Element).ToBeVisibleAsync();
        return dialog;
    }

    private static async Task ChooseFalseAlarmAsync(Hands hands, Pages.StandDownDialog dialog)
    {
        var choice = dialog.Element.GetByLabel(SheetText.AuraReason);
        await hands.TabToAsync(choice);
        await hands.TypeAsync("False");
        await Expect(choice).ToHaveValueAsync("102");
        await Expect(dialog.Element).ToContainTextAsync(SheetText.ReasonSent);
    }

    /// <summary>Space, arrow down, Space.</summary>
    private static async Task PickBothAsync(Operator person, Hands hands)
    {
        await hands.WalkToAsync(person.Board.Rows.First);
        await hands.PressAsync("Space");
        await hands.PressAsync("ArrowDown");
        await hands.PressAsync("Space");
        await Expect(person.Page.Locator(".bulk")).ToContainTextAsync(Filled(BulkText.Picked, 2));
    }

    private static ILocator Tab(Operator person, string name) =>
        person.Page.GetByRole(AriaRole.Group, new() { Name = BoardText.Tabs }).GetByRole(AriaRole.Button, new() { Name = name });

    private static ILocator Bulk(Operator person, string name) =>
        person.Page.Locator(".bulk").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Confirm(ILocator dialog, string what) =>
        dialog.GetByRole(AriaRole.Button, new() { Name = Filled(BulkText.Confirm, what, 2), Exact = true });

    private static ILocator Act(Operator person, string name) => person.Page.Locator(".acts").GetByRole(AriaRole.Button, new() { Name = name });

    private static string Filled(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
