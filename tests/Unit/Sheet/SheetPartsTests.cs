using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Sheet;

public sealed class SheetPartsTests : ConsoleComponentTest
{
    private const long Id = 100234;

    [Fact]
    public async Task Message_Sent_StandsInTheExchange()
    {
        var sheet = await SheetAsync();

        sheet.Find("#sheet-message").Input("Gate code 4411");
        sheet.Find(".chat form").Submit();
        Time.Advance(TimeSpan.FromSeconds(1));

        sheet.WaitForAssertion(() => Assert.Equal("Sent", sheet.Find("[data-message=MessageSent]").GetAttribute("data-sending")), Patience);
        Assert.Equal("Gate code 4411", Exchange.Sent.Single().Text);
        sheet.WaitForAssertion(() => Assert.Empty(sheet.FindAll(".chat .buttons")), Patience);
    }

    [Fact]
    public async Task Message_AnswerLost_SaysSoAndOffersNoSecondSending()
    {
        Exchange.OnSend = _ => throw FakeExchange.Failure(AuraErrorKind.OutcomeUnknown);
        var sheet = await SheetAsync();

        sheet.Find("#sheet-message").Input("Gate code 4411");
        sheet.Find(".chat form").Submit();
        Time.Advance(TimeSpan.FromSeconds(1));

        sheet.WaitForAssertion(() => Assert.Contains(SheetText.MessageUnknown, sheet.Find("[data-sending=Unknown]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(sheet.FindAll("li button"));
    }

    [Fact]
    public async Task Note_Saved_IsInTheTimelineAndItsDraftIsGone()
    {
        var sheet = await SheetAsync();

        sheet.Find("#sheet-note").Input("Keyholder is on the way");
        sheet.Find(".note-form").Submit();
        Time.Advance(TimeSpan.FromSeconds(1));

        sheet.WaitForAssertion(() => Assert.Equal("Keyholder is on the way", sheet.Find("[data-entry=Note] .d").TextContent), Patience);
        Assert.Null(await Services.GetRequiredService<DraftStore>().ReadAsync(UserId, $"note:{Id}", default));
    }

    [Fact]
    public async Task Note_DraftOfEarlier_IsBack()
    {
        await Services.GetRequiredService<DraftStore>().SaveAsync(UserId, $"note:{Id}", "Half a sen", default);

        var sheet = await SheetAsync();

        sheet.WaitForAssertion(() => Assert.Equal("Half a sen", sheet.Find("#sheet-note").GetAttribute("value")), Patience);
    }

    [Fact]
    public async Task Filter_Notes_ShowsNotesAlone()
    {
        var sheet = await SheetAsync();
        await Services.GetRequiredService<CalloutNotes>().AddAsync(Id, "Keyholder is on the way", new Operator("o", "P. Botha"), default);

        // found and clicked in one go: the note's own refresh may come in between
        await sheet.InvokeAsync(() => sheet.FindAll(".tl .tab").Single(tab => tab.TextContent == SheetText.FilterNotes).Click());

        sheet.WaitForAssertion(() => Assert.Equal(["Note"], sheet.FindAll(".e").Select(entry => entry.GetAttribute("data-entry"))), Patience);
    }

    [Fact]
    public async Task Incident_ChangedByAnotherMeanwhile_ShowsBothAndAsks()
    {
        var sheet = await SheetAsync();
        sheet.Find("#sheet-incident").Input("INC-2");
        await Services.GetRequiredService<CalloutIncidents>().SetAsync(Id, null, "INC-1", new Operator("o", "P. Botha"), default);

        sheet.Find(".incident").Submit();

        sheet.WaitForAssertion(() => Assert.Equal(("INC-1", "INC-2"), (sheet.Find("[data-value=theirs]").TextContent, sheet.Find("[data-value=yours]").TextContent)), Patience);
        Assert.Contains("P. Botha", sheet.Find("[data-conflict]").TextContent, StringComparison.Ordinal);
        sheet.FindAll("[data-conflict] button")[1].Click();
        sheet.WaitForAssertion(() => Assert.Equal("INC-2", Board.Now.Find(Id)!.IncidentNumber), Patience);
    }

    [Fact]
    public async Task StandDown_Customers_WarnsWithoutACode()
    {
        await AddAsync(callout => callout.CustomerAuraId = 7);
        Reasons.Known.Add((102, "False alarm"));

        var dialog = Render<StandDownDialog>(parameters => parameters.Add(d => d.CalloutId, Id).Add(d => d.IsCustomers, true));

        dialog.WaitForElement("#stand-down-choice", Patience);
        Assert.NotNull(dialog.Find("[data-duress=unchecked]"));
        Assert.Equal(SheetText.ConfirmWithoutCode, dialog.Find(".danger").TextContent);
        dialog.Find("#stand-down-code").Input("4711");
        Assert.Empty(dialog.FindAll("[data-duress]"));
        Assert.Equal(SheetText.ConfirmWithCode, dialog.Find(".danger").TextContent);
    }

    [Fact]
    public async Task StandDown_ReasonsAway_SaysThatTheWordsStayHere()
    {
        await AddAsync();
        Reasons.Refusal = FakeExchange.Failure(AuraErrorKind.Unavailable);

        var dialog = Render<StandDownDialog>(parameters => parameters.Add(d => d.CalloutId, Id));

        dialog.WaitForElement("[data-reasons=none]", Patience);
        Assert.Empty(dialog.FindAll("#stand-down-code"));
    }

    [Fact]
    public async Task Closed_Callout_SaysThatTheReportIsAwaitedAndTakesARating()
    {
        var sheet = await SheetAsync(callout => (callout.Stage, callout.ClosedAt) = (CalloutStage.Closed, Time.GetUtcNow()));

        Assert.NotNull(sheet.Find("[data-report=pending]"));
        Assert.Empty(sheet.FindAll("#sheet-message"));
        sheet.Find(".rating button").Click();
        sheet.WaitForElement("input[type=radio][value='4']", Patience).Change("4");
        sheet.Find(".rating form").Submit();
        Time.Advance(TimeSpan.FromSeconds(1));

        sheet.WaitForAssertion(() => Assert.Equal("Sent", sheet.Find("[data-rating]").GetAttribute("data-rating")), Patience);
        Assert.Equal(4, After.Ratings.Single().Rating);
    }

    private async Task<IRenderedComponent<CalloutSheet>> SheetAsync(Action<Callout>? change = null)
    {
        await AddAsync(change);
        var sheet = Render<CalloutSheet>(parameters => parameters.Add(s => s.CalloutId, Id));
        sheet.WaitForElement("#sheet-note", Patience);
        return sheet;
    }

    private Task AddAsync(Action<Callout>? change = null) => Services.GetRequiredService<CalloutWriter>().WriteAsync(session =>
    {
        var callout = new Callout { AuraId = Id, Stage = CalloutStage.Dispatched, StageSince = session.Now, FirstSeenAt = session.Now };
        change?.Invoke(callout);
        session.Add(callout);
        return Task.CompletedTask;
    }, default);
}
