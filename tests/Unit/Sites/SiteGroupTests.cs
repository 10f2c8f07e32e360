using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Apply;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.SiteCare;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Sites;

public sealed class SiteGroupTests : IAsyncLifetime
{
    private Spine _spine = null!;
    private int _site;

    private SiteGroups Groups => _spine.Services.GetRequiredService<SiteGroups>();

    public async Task InitializeAsync()
    {
        _spine = await Spine.StartAsync(more: services => services.AddSiteCare().AddSingleton<SiteFeed>().AddSingleton<SiteGroups>());
        _site = await Given.SiteAsync(_spine, 501, "Marula House", "marula");
    }

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Put_ANewName_MakesTheGroupOnce()
    {
        var other = await Given.SiteAsync(_spine, 502, "Depot", "depot");

        var first = await Groups.PutAsync(_site, null, " North ", SiteGroupKind.Branch, SitesHouse.Admin);
        var second = await Groups.PutAsync(other, null, "NORTH", SiteGroupKind.Client, SitesHouse.Admin);

        Assert.True(first.IsDone && second.IsDone);
        var group = Assert.Single(await Groups.ListAsync(CancellationToken.None));
        Assert.Equal(("North", SiteGroupKind.Branch, first.Now!.Id), (group.Name, group.Kind, second.Now!.Id));
    }

    [Fact]
    public async Task Put_AfterAnotherAdmin_ShowsWhatIsThere()
    {
        await Groups.PutAsync(_site, null, "North", SiteGroupKind.Client, SitesHouse.Admin);

        var result = await Groups.PutAsync(_site, null, "South", SiteGroupKind.Client, SitesHouse.Admin);

        Assert.Equal((false, "North"), (result.IsDone, result.Now?.Name));
        Assert.True((await Groups.PutAsync(_site, result.Now!.Id, "", SiteGroupKind.Client, SitesHouse.Admin)).IsDone);
    }

    [Fact]
    public async Task Callout_KeepsTheGroupItBeganWith()
    {
        var north = await Groups.PutAsync(_site, null, "North", SiteGroupKind.Client, SitesHouse.Admin);
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created", SiteId = 501 });

        await Groups.PutAsync(_site, north.Now!.Id, "South", SiteGroupKind.Client, SitesHouse.Admin);
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "Responder Dispatched", SiteId = 501 });

        var row = _spine.Board.Now.Find(7)!;
        Assert.Equal((north.Now.Id, "North"), (row.SiteGroupId, row.SiteGroupName));
    }

    [Fact]
    public async Task Put_ByADispatcher_IsRefused() => await Assert.ThrowsAsync<UnauthorizedAccessException>(
        () => Groups.PutAsync(_site, null, "North", SiteGroupKind.Client, SitesHouse.User(Roles.Dispatcher)));
}
