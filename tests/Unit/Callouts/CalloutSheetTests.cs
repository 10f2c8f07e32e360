using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Callouts;

public sealed class CalloutSheetTests : ConsoleComponentTest
{
    private const long Id = 100234;

    private CalloutWriter Writer => Services.GetRequiredService<CalloutWriter>();

    [Fact]
    public async Task Sheet_Callout_ShowsHeaderStepsTimelineAndSite()
    {
        await AddAsync(callout =>
        {
            (callout.Stage, callout.DispatchedAt, callout.EtaMinutes) = (CalloutStage.Dispatched, Time.GetUtcNow(), 5);
            (callout.TrackingUrl, callout.InternalTest, callout.AuraStatus) = ("https://aura.example/t/1", true, "Responder Dispatched");
        });

        var sheet = Sheet();

        Assert.StartsWith("Harbour Depot", sheet.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Equal("TEST", sheet.Find("h2 .test").TextContent);
        Assert.Contains("“Responder Dispatched”", sheet.Markup, StringComparison.Ordinal);
        Assert.Equal(["Received", "Claimed", "Dispatched", "On scene", "Completed", "Closed"], sheet.FindAll(".step b").Select(b => b.FirstChild!.TextContent.Trim()));
        Assert.StartsWith("Dispatched", sheet.Find("[aria-current=step] b").TextContent, StringComparison.Ordinal);
        Assert.Contains("ETA", sheet.FindAll(".step")[3].TextContent, StringComparison.Ordinal);
        Assert.Equal("noopener noreferrer", sheet.Find("a[target=_blank]").GetAttribute("rel"));
        Assert.Equal("Raised elsewhere, first seen here", sheet.Find(".e .d").TextContent);
        Assert.NotNull(sheet.Find(".side a[href^='/sites/']"));
    }

    [Fact]
    public async Task Sheet_StoodDown_StandsInForCompleted()
    {
        await AddAsync(callout => callout.Stage = CalloutStage.StoodDown);

        var sheet = Sheet();

        Assert.Equal(["Received", "Claimed", "Dispatched", "On scene", "Stood down", "Closed"], sheet.FindAll(".step b").Select(b => b.FirstChild!.TextContent.Trim()));
        Assert.Empty(sheet.FindAll(".danger"));
    }

    [Fact]
    public async Task Sheet_Change_IsReadAndShown()
    {
        await AddAsync();
        var sheet = Sheet();

        Time.Advance(TimeSpan.FromSeconds(1));
        await Writer.WriteAsync(async session =>
        {
            var callout = (await session.FindAsync(Id))!;
            CalloutApply.Reach(callout, CalloutStage.OnScene, session.Now);
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Delivery, Kind = EntryKind.StageReached, Stage = CalloutStage.OnScene });
        }, CancellationToken.None);

        sheet.WaitForAssertion(() => Assert.Equal("Responder on scene", sheet.Find(".e .d").TextContent), Patience);
        Assert.Equal("OnScene", sheet.Find("[data-sheet]").GetAttribute("data-stage"));
    }

    [Fact]
    public async Task Claim_ThenHandBack_ChangesTheButtons()
    {
        await AddAsync();
        var sheet = Sheet();

        sheet.Find("[aria-keyshortcuts=C]").Click();
        sheet.WaitForElement("[aria-keyshortcuts=H]", Patience);
        var owner = Board.Now.Find(Id)!.OwnerName;
        Time.Advance(TimeSpan.FromSeconds(1));
        sheet.Find("[aria-keyshortcuts=H]").Click();

        sheet.WaitForElement("[aria-keyshortcuts=C]", Patience);
        Assert.Equal(UserName, owner);
        Assert.Null(Board.Now.Find(Id)!.OwnerName);
    }

    [Fact]
    public async Task Claim_SomebodyWasFirst_IsSaid()
    {
        await AddAsync();
        var sheet = Sheet();
        await using (var db = Database())
        {
            var callout = db.Callouts.Single();
            (callout.OwnerId, callout.OwnerName) = ("other", "P. Botha");
            await db.SaveChangesAsync();
        }

        sheet.Find("[aria-keyshortcuts=C]").Click();

        sheet.WaitForAssertion(() => Assert.Contains("P. Botha claimed it first", sheet.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Unknown_Callout_HasAClearFace()
    {
        var sheet = Render<CalloutSheet>(parameters => parameters.Add(s => s.CalloutId, 999));

        sheet.WaitForAssertion(() => Assert.Contains("This console has no callout 999", sheet.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Timeline_Long_ShowsTheNewestAndOlderOnDemand()
    {
        await AddAsync(callout =>
        {
            for (var i = 0; i < CalloutReader.EntriesAtOnce + 20; i++)
                callout.Entries.Add(new Entry { At = Time.GetUtcNow().AddSeconds(i), Kind = EntryKind.EventReceived, Detail = $"E{i}" });
        });
        var sheet = Sheet();
        var first = (sheet.FindAll(".e").Count, sheet.Find(".e .d").TextContent);

        sheet.Find(".tl > button").Click();

        sheet.WaitForAssertion(() => Assert.Equal(CalloutReader.EntriesAtOnce + 21, sheet.FindAll(".e").Count), Patience);
        Assert.Equal((CalloutReader.EntriesAtOnce, $"Event E{CalloutReader.EntriesAtOnce + 19}"), first);
        Assert.Empty(sheet.FindAll(".tl > button"));
    }

    [Fact]
    public async Task StandDown_WithoutAReason_AsksForOne()
    {
        await AddAsync();
        var dialog = StandDown(Sheet());

        dialog.Find(".buttons .danger").Click();

        dialog.WaitForAssertion(() => Assert.Equal("true", dialog.Find("textarea").GetAttribute("aria-invalid")), Patience);
        Assert.Empty(Aura.Cancels);
    }

    [Fact]
    public async Task StandDown_WithAReason_IsAskedOnceAndMovesNoStage()
    {
        await AddAsync();
        var sheet = Sheet();
        var dialog = StandDown(sheet);

        dialog.Find("textarea").Input("false alarm");
        dialog.Find(".buttons .danger").Click();

        dialog.WaitForAssertion(() => Assert.Equal("Confirmed", dialog.Find("[data-outcome]").GetAttribute("data-outcome")), Patience);
        Assert.Equal([Id], Aura.Cancels);
        Assert.Equal(CalloutStage.Created, Board.Now.Find(Id)!.Stage);
    }

    [Fact]
    public async Task Missing_CloseHere_NeedsAReasonAndClosesHereOnly()
    {
        await AddAsync(callout => callout.MissingSince = Time.GetUtcNow());
        var sheet = Sheet();

        sheet.FindAll(".acts .danger")[0].Click();
        sheet.WaitForElement("dialog", Patience);
        var dialog = sheet.FindComponent<ReasonDialog>();
        dialog.Find(".buttons .danger").Click();
        var invalid = dialog.Find("textarea").GetAttribute("aria-invalid");
        dialog.Find("textarea").Change("AURA has no such callout");
        dialog.Find(".buttons .danger").Click();

        sheet.WaitForAssertion(() => Assert.Equal("Closed", sheet.Find("[data-sheet]").GetAttribute("data-stage")), Patience);
        Assert.Equal("true", invalid);
        Assert.Empty(Aura.Cancels);
    }

    [Fact]
    public async Task PutAway_NeedsPerson_IsSettledWithTheNote()
    {
        var site = await AddAsync();
        var id = Guid.NewGuid();
        await using (var db = Database())
        {
            db.Commands.Add(new Command { Id = id, Kind = CommandKind.Raise, State = CommandState.Unknown, NeedsPerson = true, SiteId = site, AskedById = "x", AskedByName = "P. Botha" });
            await db.SaveChangesAsync();
            Publish(CommandView.Of(db.Commands.Single()));
        }
        var strip = Render<CommandStrip>();

        strip.Find(".command button").Click();
        strip.WaitForElement("dialog", Patience);
        strip.Find("textarea").Change("AURA has nothing");
        strip.Find(".buttons .danger").Click();

        strip.WaitForAssertion(() => Assert.Empty(strip.FindAll(".command, dialog")), Patience);
        Assert.Equal((CommandState.NotSent, CommandNote.SettledByPerson), (Commands.Find(id)!.State, Commands.Find(id)!.Note!.Value));
    }

    [Fact]
    public async Task Sheet_Left_NobodyListensAnyMore()
    {
        await AddAsync();
        Sheet();
        var during = Board.Feed.Subscribers;

        await DisposeComponentsAsync();

        Assert.Equal(1, during);
        Assert.Equal((0, 0), (Board.Feed.Subscribers, Commands.Feed.Subscribers));
    }

    private IRenderedComponent<CalloutSheet> Sheet()
    {
        var sheet = Render<CalloutSheet>(parameters => parameters.Add(s => s.CalloutId, Id));
        sheet.WaitForElement("[data-sheet]", Patience);
        return sheet;
    }

    private static IRenderedComponent<StandDownDialog> StandDown(IRenderedComponent<CalloutSheet> sheet)
    {
        sheet.Find("[aria-keyshortcuts=X]").Click();
        sheet.WaitForElement("dialog", Patience);
        return sheet.FindComponent<StandDownDialog>();
    }

    private async Task<int> AddAsync(Action<Callout>? change = null)
    {
        var now = Time.GetUtcNow();
        var site = new Site { AuraId = 5, Reference = "SITE-0042", Name = "Harbour Depot", Address = "9 Dock Road", Version = Guid.NewGuid() };
        await Writer.WriteAsync(session =>
        {
            var callout = new Callout
            {
                AuraId = Id,
                Site = site,
                SiteName = "Harbour Depot",
                Reference = "SITE-0042",
                FirstSeenAt = now,
                StageSince = now,
            };
            session.Db.Callouts.Add(callout);
            session.Note(callout, new Entry { At = now, Source = EntrySource.Poll, Kind = EntryKind.RaisedElsewhere });
            change?.Invoke(callout);
            return Task.CompletedTask;
        }, CancellationToken.None);
        return site.Id;
    }
}
