using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Outbound;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.BoardPages;

public sealed class BoardPageTests : ConsoleComponentTest
{
    [Fact]
    public void Board_Change_IsShownWithoutAnybodyAsking()
    {
        Publish(Rows.Of(1), Rows.Of(2, owner: UserId));
        var page = Render<BoardPage>();

        Publish(Rows.Of(1, CalloutStage.Dispatched, version: 2));

        page.WaitForAssertion(() => Assert.Equal("Dispatched", page.Find("[data-callout-id='1']").GetAttribute("data-stage")), Patience);
        Assert.Equal(["New1", "Mine1", "All2", "Recently closed0"], page.FindAll(".tab").Select(tab => tab.TextContent));
        Assert.Equal("true", page.Find("[data-tab=All]").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Board_OneRowChanges_OnlyThatRowIsDrawn()
    {
        Publish(Rows.Of(1), Rows.Of(2), Rows.Of(3));
        var page = Render<BoardPage>();

        Publish(Rows.Of(2, CalloutStage.OnScene, version: 2));

        page.WaitForAssertion(() => Assert.Equal("OnScene", page.Find("[data-callout-id='2']").GetAttribute("data-stage")), Patience);
        Assert.Equal([1, 2, 1], page.FindComponents<BoardRowView>().Select(row => row.Instance.Renders));
    }

    [Fact]
    public async Task Board_HeldByThePointer_NewcomersWaitInTheStrip()
    {
        Publish(Rows.Of(1));
        var page = Render<BoardPage>();
        var queue = page.FindComponent<BoardQueue>();
        await queue.InvokeAsync(() => queue.Instance.HandleHeld(true));

        Publish(Rows.Of(2));
        page.WaitForAssertion(() => Assert.Contains("1 new callout", page.Find(".newstrip").TextContent, StringComparison.Ordinal), Patience);
        var before = page.FindAll("[data-callout-id]").Count;
        await page.Find(".newstrip button").ClickAsync(new());

        Assert.Equal(1, before);
        Assert.Equal(2, page.FindAll("[data-callout-id]").Count);
        Assert.Empty(page.FindAll(".newstrip"));
    }

    [Fact]
    public void Board_RowChosen_StandsInTheAddressAndSurvivesUpdates()
    {
        Publish(Rows.Of(1), Rows.Of(2));
        var page = Render<BoardPage>();

        page.Find("[data-callout-id='2']").Click();
        Publish(Rows.Of(2, CalloutStage.OnScene, version: 2));

        Assert.EndsWith("?callout=2", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("OnScene", page.Find("[data-callout-id='2'][aria-current=true]").GetAttribute("data-stage")), Patience);
    }

    [Fact]
    public void Board_MistypedAddress_ShowsTheBoard()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?callout=abc");

        var page = Render<BoardPage>();

        Assert.Contains("No active callouts", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No callout chosen", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Board_Filter_HidesAndSaysHowMany()
    {
        Publish(Rows.Of(1), Rows.Of(2), Rows.Of(3));
        var page = Render<BoardPage>();

        page.Find("input[type=search]").Input("ref-3");
        var filtered = page.FindAll("[data-callout-id]").Count;
        var told = page.Find(".hiddenstrip").TextContent;
        page.Find(".hiddenstrip button").Click();

        Assert.Equal(1, filtered);
        Assert.Contains("2 hidden by the filter", told, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("[data-callout-id]").Count);
    }

    [Fact]
    public void Board_TabStop_IsOneRow()
    {
        Publish(Rows.Of(1), Rows.Of(2), Rows.Of(3));
        var page = Render<BoardPage>();

        page.Find("[data-callout-id='3']").Click();

        Assert.Equal("3", Assert.Single(page.FindAll("[data-callout-id][tabindex='0']")).GetAttribute("data-callout-id"));
    }

    [Fact]
    public void Strip_OpenCommands_EachHasItsOwnWordAndShape()
    {
        var page = Render<BoardPage>();

        Publish(Open(CommandState.Sending));
        Publish(Open(CommandState.Unknown));
        Publish(Open(CommandState.Unknown) with { NeedsPerson = true });

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".command").Count), Patience);
        Assert.Equal(["NeedsPerson", "Sending", "Unknown"], page.FindAll(".command").Select(c => c.GetAttribute("data-outcome")!).Order());
        Assert.Equal(3, page.FindAll(".command svg").Select(svg => svg.InnerHtml).Distinct().Count());
        Assert.Equal(3, page.FindAll(".command b").Select(word => word.TextContent).Distinct().Count());
        Assert.Single(page.FindAll(".command button"));
    }

    [Fact]
    public void Strip_Settled_IsGone()
    {
        var page = Render<BoardPage>();
        var command = Open(CommandState.Unknown);
        Publish(command);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".command")), Patience);

        Publish(command with { State = CommandState.Confirmed, CalloutId = 9 });

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".command")), Patience);
    }

    [Fact]
    public async Task Board_Left_NobodyListensAnyMore()
    {
        Publish(Rows.Of(1));
        var page = Render<BoardPage>();
        page.Find("[data-callout-id='1']").Click();
        page.Find("[aria-keyshortcuts=N]").Click();
        var during = (Board.Feed.Subscribers, Commands.Feed.Subscribers);

        await DisposeComponentsAsync();

        Assert.True(during is ( > 1, > 1));
        Assert.Equal((0, 0), (Board.Feed.Subscribers, Commands.Feed.Subscribers));
    }

    private static CommandView Open(CommandState state) => new()
    {
        Id = Guid.NewGuid(),
        Kind = CommandKind.Raise,
        State = state,
        SiteName = "Harbour Depot",
        AskedBy = "P. Botha",
        AskedAt = Rows.Start,
    };
}
