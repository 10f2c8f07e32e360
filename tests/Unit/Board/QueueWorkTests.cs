using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.BoardPages;

/// <summary>Working in the queue: filters, picking, clocks, owners who left, and how often it is drawn.</summary>
public sealed class QueueWorkTests : ConsoleComponentTest
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Filters_Combine_StandInTheAddressAndAsChips()
    {
        Publish(Rows.Of(1), Rows.Of(2, CalloutStage.Dispatched), Rows.Of(3, CalloutStage.Dispatched, "other"));
        var page = Render<BoardPage>();

        page.Find("[aria-controls=queue-filters]").Click();
        page.FindAll("#queue-filters select")[0].Change("Dispatched");
        page.FindAll("#queue-filters select")[1].Change(QueueFilter.Nobody);

        Assert.Equal(["2"], Ids(page));
        Assert.Contains("2 hidden by the filter", page.Find(".hiddenstrip").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("?stage=Dispatched&owner=nobody", Navigation.Uri, StringComparison.Ordinal);
        page.FindAll(".chip")[1].Click();
        Assert.Equal(["2", "3"], Ids(page));
        Assert.EndsWith("?stage=Dispatched", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_WithAFilter_IsWhatTheBoardOpensWith()
    {
        Publish(Rows.Of(1), Rows.Of(2, owner: UserId), Rows.Of(3, owner: UserId) with { SiteGroupId = 4, SiteGroupName = "North" });
        Navigation.NavigateTo("/?tab=mine&group=4");

        var page = Render<BoardPage>();

        Assert.Equal(["3"], Ids(page));
        Assert.Equal("true", page.Find("[data-tab=Mine]").GetAttribute("aria-pressed"));
        Assert.Contains("North", page.Find(".chip").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_Typed_StandsInTheAddressOnceTypingPauses()
    {
        Publish(Rows.Of(1), Rows.Of(2));
        var page = Render<BoardPage>();

        page.Find("input[type=search]").Input("ref-2");
        var during = Navigation.Uri;
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.DoesNotContain("q=", during, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.EndsWith("?q=ref-2", Navigation.Uri, StringComparison.Ordinal), Patience);
        Assert.Equal(["2"], Ids(page));
    }

    [Fact]
    public void RowChosen_WhileTextIsTyped_LeavesTheTextAlone()
    {
        Publish(Rows.Of(1), Rows.Of(2));
        var page = Render<BoardPage>();

        page.Find("input[type=search]").Input("ref-2");
        page.Find("[data-callout-id='2']").Click();

        Assert.Equal(["2"], Ids(page));
        Assert.Equal("ref-2", page.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public void Picked_Rows_AreCountedAndPutBack()
    {
        Publish(Rows.Of(1), Rows.Of(2), Rows.Of(3));
        var page = Render<BoardPage>();
        var hidden = page.Find(".bulk").HasAttribute("hidden");

        page.FindAll("[role=checkbox]")[0].Click();
        page.FindAll("[role=checkbox]")[2].Click(new Microsoft.AspNetCore.Components.Web.MouseEventArgs { ShiftKey = true });

        Assert.True(hidden);
        Assert.Contains("3 selected", page.Find(".bulk").TextContent, StringComparison.Ordinal);
        Assert.Equal(["true", "true", "true"], page.FindAll("[role=checkbox]").Select(box => box.GetAttribute("aria-checked")));
        page.Find("[data-bulk=clear]").Click();
        Assert.True(page.Find(".bulk").HasAttribute("hidden"));
    }

    [Fact]
    public async Task Row_WithALimit_TellsTheBrowserWhenItsFaceTurns()
    {
        await SetPresetAsync(30, 60);
        Publish(Rows.Of(1));

        var clock = Render<BoardPage>().Find("[data-callout-id='1'] .clk");

        Assert.Equal(("2026-05-04T08:01:30.000Z", "2026-05-04T08:02:00.000Z"), (clock.GetAttribute("data-warns-at"), clock.GetAttribute("data-breaches-at")));
        Assert.Equal(["warning to claim", "breached to claim"], clock.QuerySelectorAll(".face").Select(face => face.TextContent.Trim('▲', '■', ' ')));
    }

    [Fact]
    public void Owner_WithoutABoard_IsAway()
    {
        var presence = Services.GetRequiredService<Presence>();
        presence.Connected("other", "P. Botha");
        Publish(Rows.Of(1, owner: "other"), Rows.Of(2, owner: UserId));
        var page = Render<BoardPage>();
        var before = page.FindAll(".own .away").Count;

        presence.Disconnected("other");
        Time.Advance(Presence.Grace);

        page.WaitForAssertion(() => Assert.Contains("away", page.Find("[data-callout-id='1'] .own").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(0, before);
        Assert.Empty(page.FindAll("[data-callout-id='2'] .away"));
    }

    [Fact]
    public void TakenOver_ThePreviousOwnerIsTold()
    {
        Publish(Rows.Of(1, owner: UserId));
        var page = Render<BoardPage>();

        Publish(Rows.Of(1, owner: "other", version: 2) with { TakenFromId = UserId, ClaimedAt = Time.GetUtcNow() });

        page.WaitForAssertion(() => Assert.Contains("P. Botha took over Site 1 from you", page.Find(".taken").TextContent, StringComparison.Ordinal), Patience);
        page.FindAll(".taken button")[1].Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".taken button")), Patience);
    }

    [Fact]
    public void Changes_InOneInterval_AreDrawnTogether()
    {
        Publish([.. Enumerable.Range(1, 50).Select(id => Rows.Of(id))]);
        var page = Render<BoardPage>();
        var queue = page.FindComponent<BoardQueue>();
        Time.Advance(TimeSpan.FromSeconds(1));
        var before = queue.RenderCount;

        for (var change = 2; change <= 201; change++)
            Board.Publish([Rows.Of(change % 50 + 1, CalloutStage.OnScene, version: change)]);
        page.WaitForAssertion(() => Assert.True(queue.RenderCount > before), Patience);
        Time.Advance(LiveFeed.Interval);
        page.WaitForAssertion(() => Assert.Equal("201", page.Find("[data-callout-id='2']").GetAttribute("data-version")), Patience);

        Assert.InRange(queue.RenderCount - before, 1, 4);
    }

    private static IEnumerable<string?> Ids(IRenderedComponent<BoardPage> page) =>
        page.FindAll("[data-callout-id]").Select(row => row.GetAttribute("data-callout-id"));

    private async Task SetPresetAsync(int warning, int breach)
    {
        await using (var db = Database())
        {
            db.StageClockPresets.Add(new StageClockPreset { Name = "one", ClaimWarning = warning, ClaimBreach = breach, IsDefault = true });
            await db.SaveChangesAsync();
        }
        await Services.GetRequiredService<StageClocks>().LoadAsync(CancellationToken.None);
    }
}
