using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.History;
using AuraConsole.Web.SiteCare;

namespace AuraConsole.Unit.Sites;

public sealed class SiteAuditTests : IDisposable
{
    private readonly SitesHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Edit_AuraAgrees_AuditTellsOldAndNew()
    {
        var site = await _house.BothHaveAsync(name: "Old Depot");

        await EditAsync(site, "New Depot");

        var record = (await AuditAsync(site))[0];
        Assert.Equal((SiteAudit.Edited, "u1"), (record.Kind, record.ById));
        Assert.Contains("Name: Old Depot → New Depot", record.Detail!.Split('\n'));
    }

    [Fact]
    public async Task Edit_AuraRefuses_LeavesNoRecord()
    {
        var site = await _house.BothHaveAsync();
        _house.Aura.Refusal = FakeSitesApi.Failure(AuraErrorKind.Forbidden, "No");

        await EditAsync(site, "New Depot");

        Assert.Empty(await AuditAsync(site));
    }

    [Fact]
    public async Task Delete_AndRegisterAgain_EachRowHasItsRecord()
    {
        var old = await _house.BothHaveAsync();
        await _house.Commands.DeleteAsync(old.Id, old.Version, SitesHouse.Admin, CancellationToken.None);
        var made = (await _house.Commands.RegisterAsync(SitesHouse.Details(), SitesHouse.Admin, CancellationToken.None)).Site!;

        Assert.Equal(SiteAudit.Deleted, Assert.Single(await AuditAsync(old)).Kind);
        var record = Assert.Single(await AuditAsync(made));
        Assert.Equal(SiteAudit.Registered, record.Kind);
        Assert.StartsWith("Reference: – → depot\nName: – → Harbour Depot", record.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_Put_IsAuditedOnceAndNotWhenNothingChanged()
    {
        var site = await _house.BothHaveAsync();
        var first = await _house.Get<SiteGroups>().PutAsync(site.Id, null, "Coast", SiteGroupKind.Branch, SitesHouse.Admin);
        await _house.Get<SiteGroups>().PutAsync(site.Id, first.Now!.Id, "Coast", SiteGroupKind.Branch, SitesHouse.Admin);

        Assert.Equal("Group: – → Coast", Assert.Single(await AuditAsync(site)).Detail);
    }

    [Fact]
    public async Task Changes_ReadByADispatcher_AreRefused()
    {
        var site = await _house.BothHaveAsync();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            _house.Get<SiteHistory>().ChangesAsync(site.Id, 0, SitesHouse.User(Roles.Dispatcher), CancellationToken.None));
        Assert.Empty((await _house.Get<SiteHistory>().ChangesAsync(site.Id, 0, SitesHouse.User(Roles.Supervisor), CancellationToken.None)).Lines);
    }

    [Fact]
    public async Task Callouts_MoreThanAPage_AreAllThereNewestFirst()
    {
        var site = await _house.BothHaveAsync();
        var now = _house.Time.GetUtcNow();
        await using (var db = _house.Context())
        {
            db.Callouts.AddRange(Enumerable.Range(1, 23).Select(i => new Callout { AuraId = i, SiteId = site.Id, StageSince = now, FirstSeenAt = now.AddMinutes(i) }));
            await db.SaveChangesAsync();
        }

        var pages = new List<HistoryPage<Callout>>();
        for (var page = 0; page < 3; page++)
            pages.Add(await _house.Get<SiteHistory>().CalloutsAsync(site.Id, page, SitesHouse.User(Roles.Dispatcher), CancellationToken.None));

        Assert.Equal([true, true, false], pages.Select(page => page.HasOlder));
        Assert.Equal(Enumerable.Range(1, 23).Reverse().Select(i => (long)i), pages.SelectMany(page => page.Lines).Select(callout => callout.AuraId));
    }

    private Task<SiteResult> EditAsync(Site site, string name) =>
        _house.Commands.EditAsync(site.Id, site.Version, SitesHouse.Details(site.Reference, name), SitesHouse.Admin, CancellationToken.None);

    private Task<IReadOnlyList<AuditRecord>> AuditAsync(Site site) =>
        _house.Get<AuditLog>().AboutAsync(SiteAudit.Subject(site.Id), 10, CancellationToken.None);
}
