using System.Text.RegularExpressions;
using AuraConsole.E2E.Support;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Upkeep.Retention;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Audit, deliveries, commands, upkeep and reports, by keyboard alone.</summary>
public sealed class KeyboardLedgerTests(BrowserFixture browsers, ITestOutputHelper output) : KeyboardTest(browsers, output)
{
    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Ledgers_LookedInto(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (admin, hands) = await SitDownAsync(console, Users.Admin, (width, height, theme));
        var page = admin.Page;
        var id = console.Aura.Raise("SITE-0001")!.Id;
        await admin.Board.ExpectStageAsync(id, CalloutStage.Created);
        await console.Database.ReadAsync(db => db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.SetAside)));

        await hands.PressAtAsync(Rail(page, LayoutText.NavAdmin));
        await hands.PressAtAsync(Administration(page, DeliveriesText.Title));
        await hands.PressAtAsync(page.Locator("[data-delivery] a").First);
        await hands.PressAtAsync(page.GetByRole(AriaRole.Button, new() { Name = DeliveriesText.Replay, Exact = true }));
        await Expect(page.Locator($"dd[data-status={DeliveryStatus.Applied}], dd[data-status={DeliveryStatus.Ignored}]")).ToBeVisibleAsync();

        await hands.PressAtAsync(Administration(page, CommandsText.Title));
        await Expect(page).ToHaveURLAsync(new Regex("/admin/commands$"));

        await hands.PressAtAsync(Administration(page, AuditText.Nav));
        await hands.PressAtAsync(page.GetByRole(AriaRole.Button, new() { Name = AuditText.Check, Exact = true }));
        await Expect(page.Locator("[data-audit-sound=true]")).ToBeVisibleAsync();
        await hands.TypeAtAsync(page.Locator("#audit-subject"), "delivery:1");
        await hands.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("subject=delivery"));
        await Expect(page.Locator("[data-kind='delivery.read']").First).ToBeVisibleAsync();

        await hands.PressAtAsync(Administration(page, UpkeepText.Title));
        await hands.PressAtAsync(page.GetByRole(AriaRole.Button, new() { Name = UpkeepText.BackUp, Exact = true }));
        await Expect(page.Locator("[data-backup]")).ToHaveCountAsync(1);
        await hands.PressAtAsync(page.GetByRole(AriaRole.Button, new() { Name = UpkeepText.DryRun, Exact = true }));
        await Expect(page.Locator($"[data-retention='{RetentionKind.Handovers}'] td").Last).ToHaveTextAsync("0");
    }, $"Ledgers-{theme}");

    [Theory]
    [MemberData(nameof(RoomScreens))]
    public Task Report_AskedFor(int width, int height, string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var (person, hands) = await SitDownAsync(console, Users.Supervisor, (width, height, theme));
        var page = person.Page;
        await hands.PressAtAsync(Rail(page, ReportsText.Nav));
        await Expect(page.Locator("[data-report='0']")).ToBeVisibleAsync();

        await hands.TypeAtAsync(page.Locator("#report-site"), "no such site");
        await hands.PressAsync("Enter");
        await Expect(page.Locator("#report-fault")).Not.ToBeEmptyAsync();
        await Expect(page.Locator("#report-site")).ToHaveValueAsync("no such site");
        await hands.TypeAtAsync(page.Locator("#report-site"), "SITE-0001");
        await hands.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex("site="));
        await Expect(page.Locator("#report-fault")).ToBeEmptyAsync();
        await hands.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = ReportsText.Print, Exact = true }));
    }, $"Report-{theme}");

    private static ILocator Rail(IPage page, string name) => page.Locator("nav.rail").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Administration(IPage page, string name) => page.Locator("nav.subnav").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
