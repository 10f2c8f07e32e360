using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Features.Map;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Maps;

public sealed class MapPageTests : ConsoleComponentTest
{
    private readonly BunitJSModuleInterop _map;

    public MapPageTests()
    {
        Services.AddMap();
        var script = JSInterop.SetupModule("./js/map/map.js");
        script.Mode = JSRuntimeMode.Loose;
        _map = script.SetupModule("create", static _ => true);
        _map.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Page_ShowsTheSameCalloutsAsTheMap()
    {
        Publish(At(1), At(2), Rows.Of(3));
        var page = Render<MapPage>();

        page.WaitForAssertion(() => Assert.Equal([1L, 2L], Marks().Select(mark => mark.Id).Order()), Patience);
        Assert.Equal(["1", "2", "3"], page.FindAll("[data-callout-id]").Select(row => row.GetAttribute("data-callout-id")));
        page.WaitForAssertion(() => Assert.Contains("1 callout has no known position", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Change_OfOneCallout_SendsThatOneAlone()
    {
        Publish(At(1), At(2));
        var page = Render<MapPage>();
        page.WaitForAssertion(() => Assert.Equal(2, Marks().Count), Patience);

        Publish(At(2) with { Version = 2, Stage = CalloutStage.OnScene });

        page.WaitForAssertion(() => Assert.Equal((2L, "OnScene"), (Marks()[^1].Id, Marks()[^1].Stage)), Patience);
        Assert.Equal(3, Marks().Count);
    }

    [Fact]
    public void Row_Chosen_StandsInTheAddressAndGoesToTheMap()
    {
        Publish(At(1), At(2));
        var page = Render<MapPage>();
        page.WaitForAssertion(() => Assert.Equal(2, Marks().Count), Patience);

        page.Find("[data-callout-id='2'] .choose").Click();

        Assert.EndsWith("?callout=2", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(2L, _map.Invocations["choose"].Last().Arguments[0]), Patience);
        Assert.EndsWith("/callouts/2", page.Find("[data-callout-id='2'] a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mark_ChosenThatIsNotOnTheBoard_ChangesNothing()
    {
        Publish(At(1));
        var page = Render<MapPage>();
        var map = page.FindComponent<CalloutMap>();

        await map.InvokeAsync(() => map.Instance.HandleChosen(77));

        Assert.DoesNotContain("callout=", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_ThatDoNotCome_AreSaidAndForgottenWhenTheyDo()
    {
        var map = Render<CalloutMap>();

        await map.InvokeAsync(() => map.Instance.HandleTiles(true));
        Assert.Contains("this is the outline map", map.Find("[role=status]").TextContent, StringComparison.Ordinal);
        await map.InvokeAsync(() => map.Instance.HandleTiles(false));

        Assert.DoesNotContain("outline", map.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    private static Web.Live.BoardRow At(long id) => Rows.Of(id) with { Latitude = -33.9, Longitude = 18 + id };

    private List<MapMark> Marks() => [.. _map.Invocations["change"].SelectMany(call => (IReadOnlyList<MapMark>)call.Arguments[0]!)];
}
