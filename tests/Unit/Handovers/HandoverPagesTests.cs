using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Handovers;
using AuraConsole.Web.Features.Handovers.Finding;
using AuraConsole.Web.Features.Handovers.Pages;
using AuraConsole.Web.Features.Handovers.Signing;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Handovers;

public sealed class HandoverPagesTests : ConsoleComponentTest
{
    public HandoverPagesTests() => Services.AddHandovers();

    [Fact]
    public async Task Page_Signed_LeadsToTheHandoverAndForgetsTheDraft()
    {
        Publish(Rows.Of(1));
        var page = Render<HandoverPage>();
        page.WaitForElement("#handover-notes", Patience).Input("Gate sticks");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/handover/1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        await using var db = Database();
        Assert.Equal("Gate sticks", (await db.Handovers.SingleAsync()).Notes);
        Assert.Empty(await db.Drafts.ToListAsync());
    }

    [Fact]
    public void Page_ACalloutComes_IsOnTheList()
    {
        var page = Render<HandoverPage>();
        page.WaitForElement("#handover-notes", Patience);

        Publish(Rows.Of(1));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-handover-item='callout:1']")), Patience);
    }

    [Fact]
    public async Task Sheet_OfSomebodyElse_IsConfirmedItemByItemThenSigned()
    {
        Publish(Rows.Of(1), Rows.Of(2, owner: "other"));
        var id = await SignAsync("other-1");
        var sheet = Render<HandoverSheetPage>(parameters => parameters.Add(p => p.Id, id));
        var submit = sheet.WaitForElement("form button[type=submit]", Patience);
        Assert.True(submit.HasAttribute("disabled"));

        foreach (var item in new[] { "callout:1", "callout:2" })
        {
            await sheet.Find($"[data-handover-item='{item}'] button").ClickAsync(new());
            sheet.WaitForAssertion(() => Assert.Equal("true", sheet.Find($"[data-handover-item='{item}']").GetAttribute("data-confirmed")), Patience);
        }
        sheet.WaitForAssertion(() => Assert.False(sheet.Find("form button[type=submit]").HasAttribute("disabled")), Patience);
        await sheet.Find("form").SubmitAsync();

        sheet.WaitForAssertion(() => Assert.Single(sheet.FindAll($"[data-receipt='{UserName}']")), Patience);
        Assert.Equal("Received", sheet.Find("[data-handover-state]").GetAttribute("data-handover-state"));
    }

    [Fact]
    public async Task Sheet_Own_OffersNoConfirmation()
    {
        Publish(Rows.Of(1));
        var id = await SignAsync(UserId);

        var sheet = Render<HandoverSheetPage>(parameters => parameters.Add(p => p.Id, id));

        sheet.WaitForElement("[data-handover-item]", Patience);
        Assert.Empty(sheet.FindAll("[data-handover-item] button"));
        Assert.Contains(Web.Resources.HandoverText.OwnNotice, sheet.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_ConfirmedElsewhereMeanwhile_SaysWhoAndChangesNothing()
    {
        Publish(Rows.Of(1));
        var id = await SignAsync("other-1");
        var sheet = Render<HandoverSheetPage>(parameters => parameters.Add(p => p.Id, id));
        sheet.WaitForElement("[data-handover-item] button", Patience);
        // as if the news had not arrived yet
        await using (var db = Database())
            await db.HandoverItems.ExecuteUpdateAsync(set => set.SetProperty(i => i.ConfirmedById, "other-2").SetProperty(i => i.ConfirmedByName, "P. Botha"));

        await sheet.Find("[data-handover-item] button").ClickAsync(new());

        sheet.WaitForAssertion(() => Assert.Contains("P. Botha", sheet.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Sheet_Unknown_HasAFaceOfItsOwn()
    {
        var sheet = Render<HandoverSheetPage>(parameters => parameters.Add(p => p.Id, 99));

        sheet.WaitForAssertion(() => Assert.Contains(Web.Resources.HandoverText.GoneText, sheet.Markup, StringComparison.Ordinal), Patience);
    }

    private async Task<int> SignAsync(string userId)
    {
        var items = await Services.GetRequiredService<HandoverFinder>().FindAsync(Scope.Everything, CancellationToken.None);
        return (await Services.GetRequiredService<OutgoingDesk>().SignAsync(
            Guid.NewGuid(), null, [.. items.Select(item => (item.Kind, item.Subject))], HandoverHouse.User(userId, "Outgoing"), CancellationToken.None)).Id!.Value;
    }
}
