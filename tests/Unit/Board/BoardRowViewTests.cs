using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Live;
using Bunit;

namespace AuraConsole.Unit.BoardPages;

public sealed class BoardRowViewTests : BunitContext
{
    [Theory]
    [InlineData(CalloutStage.Created)]
    [InlineData(CalloutStage.Dispatched)]
    [InlineData(CalloutStage.OnScene)]
    [InlineData(CalloutStage.Completed)]
    [InlineData(CalloutStage.StoodDown)]
    [InlineData(CalloutStage.Closed)]
    public void Row_EveryStage_HasItsMarks(CalloutStage stage)
    {
        var row = Row(Rows.Of(41, stage)).Find("[data-callout-id='41']");

        Assert.Equal(stage.ToString(), row.GetAttribute("data-stage"));
        Assert.NotNull(row.QuerySelector(".stage svg"));
        Assert.Equal("2026-05-04T08:41:00.000Z", row.QuerySelector(".clk [data-since]")!.GetAttribute("data-since"));
        Assert.Equal("", row.QuerySelector(".clk [data-since]")!.TextContent);
    }

    [Fact]
    public void Row_SameVersion_IsNotDrawnAgain()
    {
        var cut = Row(Rows.Of(1));

        cut.Render(parameters => parameters.Add(r => r.Row, Rows.Of(1) with { SiteName = "Not a newer version" }));
        var same = cut.Instance.Renders;
        cut.Render(parameters => parameters.Add(r => r.Row, Rows.Of(1, CalloutStage.Dispatched, version: 2)));
        var newer = cut.Instance.Renders;
        cut.Render(parameters => parameters.Add(r => r.IsSelected, true));

        Assert.Equal((1, 2, 3), (same, newer, cut.Instance.Renders));
        Assert.Equal("Dispatched", cut.Find("button").GetAttribute("data-stage"));
        Assert.Equal("true", cut.Find("button").GetAttribute("aria-current"));
    }

    [Fact]
    public void Row_WithEverything_SaysIt()
    {
        var text = Row(Rows.Of(5, CalloutStage.Dispatched, Rows.Me) with
        {
            IsTest = true,
            RaisedElsewhere = true,
            MissingAtAura = true,
            ResponseType = "Security",
            IncidentNumber = "INC-9",
            DispatchedAt = Rows.Start,
            EtaMinutes = 4,
            LastEntryKind = EntryKind.StageReached,
            LastEntryStage = CalloutStage.Dispatched,
            LastEntryDetail = "C12",
        });

        Assert.Equal("Site 5", text.Find("strong").TextContent);
        Assert.Contains("5 Dock Road · Security · REF-5 · INC-9", text.Markup, StringComparison.Ordinal);
        Assert.Equal(["TEST", "raised elsewhere", "▲ missing at AURA"], text.FindAll(".tag").Select(tag => tag.TextContent.Trim()));
        Assert.Equal("You", text.Find(".own b").TextContent);
        Assert.Equal("Responder C12 dispatched", text.Find(".last").TextContent);
        Assert.Equal("2026-05-04T08:04:00.000Z", text.Find(".clk time").GetAttribute("data-local"));
    }

    [Fact]
    public void Row_OfACustomer_IsTaggedSo()
    {
        var cut = Row(Rows.Of(5) with { SiteId = null, SiteName = null, CustomerAuraId = 88 });

        Assert.Equal("Customer 88", cut.Find("strong").TextContent);
        Assert.Equal("customer", cut.Find(".tag").TextContent);
    }

    [Fact]
    public void Row_Unclaimed_SaysSoUnlessClosed()
    {
        Assert.Equal("none", Row(Rows.Of(1)).Find(".own b").ClassName);
        Assert.NotEqual("none", Row(Rows.Of(1, CalloutStage.Closed)).Find(".own b").ClassName);
    }

    private IRenderedComponent<BoardRowView> Row(BoardRow row) =>
        Render<BoardRowView>(parameters => parameters.Add(r => r.Row, row).Add(r => r.Me, Rows.Me));
}
