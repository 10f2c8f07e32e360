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
    public async Task Page_ShowsTheSameCalloutsAsTheMap()
    {
        Publish(At(1), At(2), Rows.Of(3));
        var page = Render<MapPage>();

        await ToldAsync(() => Marks().Select(mark => mark.Id).Order().SequenceEqual([1L, 2L]));
        Assert.Equal(["1", "2", "3"], page.FindAll("[data-callout-id]").Select(row => row.GetAttribute("data-callout-id")));
        page.WaitForAssertion(() => Assert.Contains("1 callout has no known position", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Change_OfOneCallout_SendsThatOneAlone()
    {
        Publish(At(1), At(2));
        Render<MapPage>();
        await ToldAsync(() => Marks().Count == 2);

        Publish(At(2) with { Version = 2, Stage = CalloutStage.OnScene });

        await ToldAsync(() => Marks().Count > 2);
        Assert.Equal(3, Marks().Count);
        Assert.Equal((2L, "OnScene"), (Marks()[^1].Id, Marks()[^1].Stage));
    }

    [Fact]
    public async Task Row_Chosen_StandsInTheAddressAndGoesToTheMap()
    {
        Publish(At(1), At(2));
        var page = Render<MapPage>();
        await ToldAsync(() => Marks().Count == 2);

        page.Find("[data-callout-id='2'] .choose").Click();

        Assert.EndsWith("?callout=2", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        await ToldAsync(() => _map.Invocations["choose"].LastOrDefault().Arguments is [2L, ..]);
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

    /// <summary>Looks where the map is told: the list of what it was told must not grow while it is read.</summary>
    private Task ToldAsync(Func<bool> condition) => Until.TrueAsync(() => Renderer.Dispatcher.InvokeAsync(condition));

    // the map is told without a rendering, so waiting for one would wait for nothing
    private List<MapMark> Marks() => [.. _map.Invocations["change"].SelectMany(call => (IReadOnlyList<MapMark>)call.Arguments[0]!)];
}
