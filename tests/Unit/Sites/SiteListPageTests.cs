using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Pages;
using AuraConsole.Web.Resources;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Sites;

public sealed class SiteListPageTests : SitesPageTest
{
    [Fact]
    public void List_NoSites_HasAFaceOfItsOwn()
    {
        var page = Render<SiteListPage>();

        page.WaitForAssertion(() => Assert.Contains(SitesText.ListEmptyAdmin, page.Markup, StringComparison.Ordinal));
        Assert.Equal(SitesText.Register, page.Find("header a").TextContent);
    }

    [Fact]
    public void List_Dispatcher_CannotChangeAnything()
    {
        SignIn(Roles.Dispatcher);
        var page = Render<SiteListPage>();

        page.WaitForAssertion(() => Assert.Contains(SitesText.ListEmptyOther, page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("header a, header button"));
    }

    [Fact]
    public void ReadFromAura_Done_SaysWhatChangedAndCounts()
    {
        House.Aura.Has("a");
        House.Aura.Has("b");
        var page = Render<SiteListPage>();

        page.Find("header button").Click();

        page.WaitForAssertion(() => Assert.Contains("2 added", page.Find(".notice").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("2 sites", page.Find(".total").TextContent));
    }

    [Fact]
    public void ReadFromAura_Refused_SaysWhy()
    {
        House.Aura.ListFailure = FakeSitesApi.Failure(AuraErrorKind.Forbidden, "No subscription");
        var page = Render<SiteListPage>();

        page.Find("header button").Click();

        page.WaitForAssertion(() => Assert.Contains("No subscription", page.Find(".notice.bad").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_Typed_WaitsForAPauseAndThenStandsInTheAddress()
    {
        await House.BothHaveAsync();
        var page = Render<SiteListPage>();
        page.WaitForAssertion(() => Assert.Equal(SitesText.TotalOne, page.Find(".total").TextContent));
        var navigation = Services.GetRequiredService<NavigationManager>();

        page.Find("#site-search").Input("no");
        page.Find("#site-search").Input("no such");
        Assert.DoesNotContain("q=", navigation.Uri, StringComparison.Ordinal);
        await House.Time.TimerSetAsync(SiteListPage.TypingPause);
        House.Time.Advance(SiteListPage.TypingPause);

        page.WaitForAssertion(() => Assert.EndsWith("?q=no%20such", navigation.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains(SitesText.NothingFoundTitle, page.Markup, StringComparison.Ordinal));
    }
}
