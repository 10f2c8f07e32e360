using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Features.Escalations;
using AuraConsole.Web.Features.Escalations.Pages;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Escalations;

public sealed class EscalationPagesTests : ConsoleComponentTest
{
    private EscalationBook Book => Services.GetRequiredService<EscalationBook>();

    [Fact]
    public async Task Bar_ARuleFired_IsShownToADispatcherWithoutAButton()
    {
        var bar = Render<EscalationBar>();
        Assert.Empty(bar.FindAll("[data-escalation]"));

        await FireAsync();

        bar.WaitForAssertion(() => Assert.Contains("Harbour Depot", bar.Find("[data-escalation='callout:1']").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(bar.FindAll("button"));
    }

    [Fact]
    public async Task Bar_SupervisorAcknowledges_IsGoneAndNamed()
    {
        BeSupervisor();
        await FireAsync();
        var bar = Render<EscalationBar>();

        await bar.WaitForElement("button", Patience).ClickAsync(new());

        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll("[data-escalation]")), Patience);
        await using var db = Database();
        Assert.Equal(UserName, (await db.EscalationFirings.SingleAsync()).AcknowledgedByName);
        Assert.Empty(Services.GetRequiredService<AlarmCalls>().For(Web.Data.Identity.Scope.Everything));
    }

    [Fact]
    public async Task Bar_Disposed_LeavesTheFeed()
    {
        var bar = Render<EscalationBar>();
        Assert.Equal(1, Book.Feed.Subscribers);

        await DisposeComponentsAsync();

        Assert.Equal(0, Book.Feed.Subscribers);
    }

    [Fact]
    public async Task Page_Firings_AreListedAndAcknowledged()
    {
        BeSupervisor();
        await FireAsync();
        var page = Render<EscalationsPage>();

        await page.WaitForElement("[data-firing='callout:1'] button", Patience).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("[data-firing='callout:1']").GetAttribute("data-acknowledged")), Patience);
        Assert.Contains(UserName, page.Find("[data-firing='callout:1']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admin_NewRule_SaysFaultsThenIsInTheTable()
    {
        BeAdmin();
        var page = Render<EscalationAdminPage>();
        await page.FindAll("button").First(button => button.TextContent == Web.Resources.EscalationText.Add).ClickAsync(new());

        page.Find("#rule-threshold").Change("soon");
        await page.Find("form.rule").SubmitAsync();
        Assert.NotEmpty(page.FindAll("#rule-Name-fault"));
        Assert.NotEmpty(page.FindAll("#rule-Threshold-fault"));
        page.Find("#rule-name").Change("Ours");
        page.Find("#rule-threshold").Change("45");
        await page.Find("form.rule").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("45 s", page.Find("[data-rule='Ours']").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("form.rule"));
    }

    [Fact]
    public async Task Admin_HookWithAPrivateAddress_SaysSo()
    {
        BeAdmin();
        var page = Render<EscalationAdminPage>();
        page.WaitForElement("#hook-url", Patience).Change("https://127.0.0.1/hook");
        page.Find("#hook-secret").Change("0123456789abcdef");

        await page.Find("form[aria-label='Webhook']").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(Web.Resources.EscalationText.PrivateTarget, page.Markup, StringComparison.Ordinal), Patience);
        await using var db = Database();
        Assert.Empty(await db.EscalationHooks.ToListAsync());
    }

    private void BeSupervisor() => Be("Supervisor", "Dispatch", "Supervise");

    private void BeAdmin() => Be("Admin", "Dispatch", "Supervise", "Administer");

    private void Be(string role, params string[] policies) => AddAuthorization().SetAuthorized(UserName).SetRoles(role).SetPolicies(policies).SetClaims(
        new(System.Security.Claims.ClaimTypes.NameIdentifier, UserId), new("auraconsole:display_name", UserName));

    private async Task FireAsync()
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        await using (var db = Database())
        {
            db.EscalationFirings.Add(new EscalationFiring
            {
                RuleId = 1,
                RuleName = "Unclaimed for two minutes",
                Kind = EscalationKind.Unclaimed,
                Subject = "callout:1",
                CalloutAuraId = 1,
                Place = "Harbour Depot",
                Since = Time.GetUtcNow(),
                FiredAt = Time.GetUtcNow(),
                Threshold = 120,
                OnBoard = true,
                WithSound = true,
            });
            await db.SaveChangesAsync();
        }
        await Book.LoadAsync(CancellationToken.None);
    }
}
