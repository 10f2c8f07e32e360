using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Callouts.Plan;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Board.Bulk;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Care;

/// <summary>Open compulsory steps ask a reason, whichever way a person puts callouts away.</summary>
public sealed class PutAwayStepsTests : ConsoleComponentTest
{
    private static readonly Operator Me = new(UserId, UserName);

    [Fact]
    public async Task Cancel_StepsOpenAndNoReason_DoesNotGoOut()
    {
        await AddAsync();

        var refused = await CancelAsync(null);
        var sent = await CancelAsync("Client is on site");

        Assert.Equal((CommandState.NotSent, CommandNote.StepsOpen), (refused.State, refused.Note));
        Assert.Equal(CommandState.Confirmed, sent.State);
        Assert.Equal([1], Aura.Cancels);
        await using var db = Database();
        Assert.Equal("Client is on site", (await db.Entries.SingleAsync(entry => entry.Kind == EntryKind.StepsLeftOpen)).Detail);
    }

    [Fact]
    public async Task Bulk_StepsOpen_SaysHowManyAndAsksOneReasonForAll()
    {
        await AddAsync();
        var dialog = Render<BulkDialog>(parameters => parameters.Add(d => d.Kind, BulkKind.PutAway).Add(d => d.Ids, [1, 2]));

        Assert.Equal("1", dialog.Find("[data-open-steps]").GetAttribute("data-open-steps"));
        Assert.Contains("1 compulsory steps open", dialog.Find("[data-bulk-id='1']").TextContent, StringComparison.Ordinal);
        await dialog.Find("#bulk-comment").ChangeAsync(new() { Value = "Storm" });
        dialog.Find(".btn.danger").Click();
        Assert.Contains(PlanText.StepsReasonMissing, dialog.Markup, StringComparison.Ordinal);
        Assert.Empty(Aura.Cancels);

        await dialog.Find("#steps-reason").InputAsync(new() { Value = "Power cut in the area" });
        dialog.Find(".btn.danger").Click();

        dialog.WaitForAssertion(() => Assert.Contains("2 done, 0 not done", dialog.Markup, StringComparison.Ordinal), Patience);
        await using var db = Database();
        Assert.Equal(1, await db.Entries.CountAsync(entry => entry.Kind == EntryKind.StepsLeftOpen && entry.Detail == "Power cut in the area"));
    }

    [Fact]
    public async Task Panel_StepTicked_ShowsWhoOnceTheCalloutIsReadAgain()
    {
        await AddAsync();
        var panel = Render<PlanPanel>(parameters => parameters.Add(p => p.Callout, Read()));

        panel.Find("[data-step]").Click();
        panel.WaitForAssertion(() => Assert.NotEqual(panel.Instance.Callout.Version, Board.Now.Find(1)!.Version), Patience);
        panel.Render(parameters => parameters.Add(p => p.Callout, Read()));

        panel.WaitForAssertion(() => Assert.Equal("true", panel.Find("[data-step]").GetAttribute("aria-checked")), Patience);
        Assert.Contains(UserName, panel.Find("li small").TextContent, StringComparison.Ordinal);
        Assert.Equal("0", panel.Find("[data-plan]").GetAttribute("data-open"));
    }

    private Callout Read()
    {
        using var db = Database();
        return db.Callouts.AsNoTracking().Single(callout => callout.AuraId == 1);
    }

    private Task<CommandView> CancelAsync(string? stepsReason)
    {
        Aura.OnCancel = _ => Task.FromResult<AuraCallout?>(null);
        return Services.GetRequiredService<CalloutCommands>().CancelAsync(new CancelRequest(Guid.NewGuid(), 1, "False alarm") { StepsReason = stepsReason }, Me, CancellationToken.None);
    }

    /// <summary>Callout 1 has a plan with one compulsory step, callout 2 has none.</summary>
    private async Task AddAsync()
    {
        await using (var db = Database())
        {
            var site = new Site { AuraId = 501, Reference = "depot" };
            db.Sites.Add(site);
            await db.SaveChangesAsync();
            var plan = new SitePlan { SiteId = site.Id, Number = 1, ByName = "Lerato" };
            plan.Steps.Add(new PlanStep { Position = 1, Text = "Call the keyholder", IsCompulsory = true });
            db.SitePlans.Add(plan);
            await db.SaveChangesAsync();
        }
        Aura.OnCancel = _ => Task.FromResult<AuraCallout?>(null);
        await Services.GetRequiredService<CalloutWriter>().WriteAsync(async session =>
        {
            await CalloutApply.ReadingAsync(session, new AuraCallout { Id = 1, Status = "created", SiteId = 501 });
            await CalloutApply.ReadingAsync(session, new AuraCallout { Id = 2, Status = "created" });
        }, CancellationToken.None);
    }
}
