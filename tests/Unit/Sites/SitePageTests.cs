using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Pages;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Resources;
using Bunit;

namespace AuraConsole.Unit.Sites;

public sealed class SitePageTests : SitesPageTest
{
    [Fact]
    public async Task Page_Admin_HasEverything()
    {
        var site = await House.BothHaveAsync();
        var page = Open(site.Id);

        Assert.Equal([SitesText.Edit, SitesText.Delete, SitesText.GroupSave, TestingText.Begin, DossierText.Edit, PlanText.EditSite], Buttons(page));
        Assert.Equal($"/?raise={site.Id}", page.Find("header a").GetAttribute("href"));
        Assert.Single(page.FindAll("h1"));
    }

    [Theory]
    [InlineData(Roles.Dispatcher)]
    [InlineData(Roles.Supervisor)]
    public async Task Page_OthersThanAdmins_SeeAndRaiseButDoNotEdit(string role)
    {
        var site = await House.BothHaveAsync();
        SignIn(role);
        var page = Open(site.Id);

        Assert.Equal([TestingText.Begin], Buttons(page));
        Assert.Equal(SitesText.RaiseCallout, page.Find("header a").TextContent);
    }

    [Fact]
    public async Task Page_LastCallouts_TenNewestFirst()
    {
        var site = await House.BothHaveAsync();
        await using (var context = House.Context())
        {
            context.Callouts.AddRange(Enumerable.Range(1, 12).Select(number => new Callout
            {
                AuraId = number,
                SiteId = site.Id,
                Stage = CalloutStage.Closed,
                FirstSeenAt = House.Time.GetUtcNow().AddMinutes(number),
            }));
            await context.SaveChangesAsync();
        }

        var page = Open(site.Id);

        var links = page.FindAll("tbody a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(10, links.Count);
        Assert.Equal(("/callouts/12", "/callouts/3"), (links[0], links[^1]));
    }

    [Fact]
    public async Task Page_DeletedSite_OffersNothing()
    {
        var site = await House.BothHaveAsync();
        await House.Commands.DeleteAsync(site.Id, site.Version, SitesHouse.Admin, CancellationToken.None);
        var page = Open(site.Id);

        Assert.Empty(Buttons(page));
        Assert.Empty(page.FindAll("header a"));
        Assert.Contains(SitesText.DeletedNotice, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NoSuchSite_SaysSo() => Assert.Contains(SitesText.NotFoundTitle, Open(4711).Find("h1").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Page_ChangedElsewhere_ShowsItAndLetsGoWhenDisposed()
    {
        var site = await House.BothHaveAsync();
        var page = Open(site.Id);
        var feed = Services.GetService(typeof(SiteFeed)) as SiteFeed;
        Assert.Equal(1, feed!.Subscribers);

        House.Aura.Has("depot", "Renamed elsewhere", site.AuraId);
        await ((SiteDirectory)Services.GetService(typeof(SiteDirectory))!).SyncAsync(false, CancellationToken.None);

        page.WaitForAssertion(() => Assert.Equal("Renamed elsewhere", page.Find("h1").TextContent));
        await DisposeComponentsAsync();
        Assert.Equal(0, feed.Subscribers);
    }

    [Fact]
    public async Task Delete_WrongReferenceTyped_SendsNothing()
    {
        var page = await OpenDeletionAsync("Depot");

        Assert.Equal(SitesText.DeleteNoMatch, page.Find("#delete-reference-fault").TextContent);
        Assert.DoesNotContain(House.Aura.Calls, call => call.StartsWith("delete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Delete_ReferenceTyped_DeletesAndSaysSo()
    {
        var page = await OpenDeletionAsync("depot");

        page.WaitForAssertion(() => Assert.Contains(SitesText.Deleted, page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.NotNull((await House.FindAsync("depot"))!.DeletedAt);
        Assert.Empty(Buttons(page));
    }

    [Fact]
    public async Task Delete_AuraRefuses_ShowsItThere()
    {
        House.Aura.Refusal = FakeSitesApi.Failure(AuraErrorKind.Forbidden, "Ask your account manager");

        var page = await OpenDeletionAsync("depot");

        page.WaitForAssertion(() =>
            Assert.Contains("AURA says: “Ask your account manager”", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Null((await House.FindAsync("depot"))!.DeletedAt);
    }

    private static IEnumerable<string> Buttons(IRenderedComponent<SitePage> page) => page.FindAll("button").Select(button => button.TextContent.Trim());

    private IRenderedComponent<SitePage> Open(int id) => Render<SitePage>(parameters => parameters.Add(page => page.Id, id));

    private async Task<IRenderedComponent<SitePage>> OpenDeletionAsync(string typed)
    {
        var site = await House.BothHaveAsync();
        var page = Open(site.Id);
        page.FindAll("button").Single(button => button.TextContent.Trim() == SitesText.Delete).Click();
        page.Find("#delete-reference").Input(typed);
        await page.Find("form").SubmitAsync();
        return page;
    }
}
