using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>What an admin looks into: audit, deliveries, commands. One callout leaves its mark in each.</summary>
public sealed class LedgerTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Fact]
    public Task Callout_RaisedAndClaimed_StandsInEachLedger() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);
        await admin.Board.ShowAllAsync();
        var raise = await admin.Board.OpenRaiseAsync();
        await raise.ChooseAsync("SITE-0001");
        await raise.Confirm.ClickAsync();
        await raise.ExpectOutcomeAsync(Web.Components.Callouts.CommandFace.Confirmed);
        await raise.CloseAsync();
        var id = Assert.Single(console.Aura.State.Main.Callouts).Id;
        await admin.Board.ExpectStageAsync(id, CalloutStage.Created);

        await admin.Page.GotoAsync("/admin/commands");
        await Expect(admin.Page.Locator($"[data-command][data-state='{CommandState.Confirmed}']")).ToContainTextAsync(CommandsText.Raise);

        await admin.Page.GotoAsync("/admin/deliveries");
        await admin.Shell.ExpectKeysAsync();
        await admin.Page.Locator("[data-delivery] a").First.ClickAsync();
        await Expect(admin.Page.Locator("pre").Last).ToContainTextAsync($"{id}");
        await Expect(admin.Page.Locator("pre").First).ToContainTextAsync("(withheld)");

        await admin.Page.GotoAsync("/admin/audit");
        await admin.Shell.ExpectKeysAsync();
        await admin.Page.GetByLabel(AuditText.Kind, new() { Exact = true }).SelectOptionAsync("delivery.read");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = AuditText.Search, Exact = true }).ClickAsync();
        await Expect(admin.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("kind=delivery.read"));
        await Expect(admin.Page.Locator("[data-audit]")).ToHaveCountAsync(1);
        await Expect(admin.Page.Locator("[data-kind='delivery.read']")).ToBeVisibleAsync();

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = AuditText.Check }).ClickAsync();
        await Expect(admin.Page.Locator("[data-audit-sound='true']")).ToBeVisibleAsync();

        var file = await admin.Page.RunAndWaitForDownloadAsync(() => admin.Page.GetByRole(AriaRole.Link, new() { Name = AuditText.Export }).ClickAsync());
        Assert.Contains("delivery.read", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
    });
}
