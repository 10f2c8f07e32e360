using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Drift;
using AuraConsole.Web.Features.Sites.Showing;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Sites;

public sealed class DriftTests : IDisposable
{
    private readonly SitesHouse _house = new();

    public void Dispose() => _house.Dispose();

    private DriftDesk Desk => _house.Get<DriftDesk>();

    [Fact]
    public async Task Compare_AllKinds_AreFoundAndNothingIsChanged()
    {
        var same = await _house.BothHaveAsync("same");
        var renamed = await _house.BothHaveAsync("old");
        var moved = await _house.BothHaveAsync("moved");
        var changed = await _house.BothHaveAsync("changed");
        var missing = await _house.BothHaveAsync("missing");
        var deleted = await _house.BothHaveAsync("deleted");
        Later(renamed, site => site with { Reference = "new" });
        // 0.001 degrees of latitude are 111 m
        Later(moved, site => site with { Latitude = -26.101 });
        Later(changed, site => site with { Name = "Another name" });
        Later(deleted, site => site with { Deleted = true });
        _house.Aura.Forget(missing.AuraId);
        _house.Aura.Has("extra");

        var run = await CompareAsync();

        Assert.Equal((DriftOutcome.Done, 7, 6), (run.Outcome, run.Compared, run.Found));
        var found = (await Desk.ListAsync(null, 100, default)).Found.ToDictionary(drift => drift.Reference);
        Assert.Equal(DriftKind.Renamed, found["old"].Kind);
        Assert.Equal((DriftKind.Moved, 111), (found["moved"].Kind, (int)found["moved"].Metres!.Value));
        Assert.Equal((DriftKind.Changed, "Name: Site changed → Another name"), (found["changed"].Kind, found["changed"].Detail));
        Assert.Equal((DriftKind.Missing, DriftKind.DeletedAtAura, DriftKind.Extra), (found["missing"].Kind, found["deleted"].Kind, found["extra"].Kind));
        Assert.DoesNotContain("same", found.Keys);
        Assert.Equal("Site changed", (await _house.FindAsync("changed"))!.Name);
        Assert.Equal(same.Version, (await _house.FindAsync("same"))!.Version);
        Assert.Equal(5, (await _house.Queries.ListAsync(new SiteListQuery { Drifted = true }, Scope.Everything, 0, 10, default)).Total);
    }

    [Fact]
    public async Task Compare_PositionsLessThanAMetreApart_AreTheSame()
    {
        var site = await _house.BothHaveAsync();
        Later(site, one => one with { Latitude = -26.100_000_5 });

        Assert.Equal(0, (await CompareAsync()).Found);
    }

    [Fact]
    public async Task Compare_AuraListsNothing_NotesNothing()
    {
        var site = await _house.BothHaveAsync();
        Later(site, one => one with { Name = "Other" });
        await CompareAsync();
        _house.Aura.Forget(site.AuraId);

        Assert.Equal(DriftOutcome.NothingListed, (await CompareAsync()).Outcome);
        Assert.Equal(DriftKind.Changed, Assert.Single((await Desk.ListAsync(null, 10, default)).Found).Kind);
    }

    [Fact]
    public async Task Compare_AuraDown_KeepsWhatWasFound()
    {
        var site = await _house.BothHaveAsync();
        Later(site, one => one with { Name = "Other" });
        await CompareAsync();
        _house.Aura.ListFailure = FakeSitesApi.Failure(AuraErrorKind.Unavailable);

        var run = await CompareAsync();

        Assert.Equal((DriftOutcome.Failed, AuraErrorKind.Unavailable), (run.Outcome, run.ErrorKind));
        Assert.Equal(1, (await Desk.ListAsync(null, 10, default)).Total);
    }

    [Fact]
    public async Task Compare_ManyTimes_RemembersABoundedNumber()
    {
        for (var i = 0; i < DriftChecks.MostRuns + 5; i++)
            await CompareAsync();

        await using var context = _house.Context();
        Assert.Equal(DriftChecks.MostRuns, await context.DriftRuns.CountAsync());
    }

    [Fact]
    public async Task Take_Changed_OurRecordFollows()
    {
        var site = await _house.BothHaveAsync();
        Later(site, one => one with { Name = "By AURA" });
        await CompareAsync();

        Assert.Equal(DriftSettled.Done, await Desk.TakeAsync(await OnlyAsync(), SitesHouse.Admin));

        Assert.Equal("By AURA", (await _house.FindAsync("depot"))!.Name);
        Assert.Equal(0, (await Desk.ListAsync(null, 10, default)).Total);
    }

    [Fact]
    public async Task Take_Missing_TakesItOutOfService()
    {
        var site = await MissingAsync();

        Assert.Equal(DriftSettled.Done, await Desk.TakeAsync(await OnlyAsync(), SitesHouse.Admin));

        await using var context = _house.Context();
        Assert.NotNull((await context.Sites.SingleAsync(one => one.Id == site.Id)).DeletedAt);
    }

    [Fact]
    public async Task Take_Extra_BringsItIn()
    {
        await _house.BothHaveAsync("first");
        _house.Aura.Has("extra", "Extra House");
        await CompareAsync();

        Assert.Equal(DriftSettled.Done, await Desk.TakeAsync(await OnlyAsync(), SitesHouse.Admin));

        Assert.Equal("Extra House", (await _house.FindAsync("extra"))!.Name);
    }

    [Fact]
    public async Task Take_AuraCannotBeLookedAt_ChangesNothing()
    {
        var site = await MissingAsync();
        _house.Aura.GetFailure = _house.Aura.ListFailure = FakeSitesApi.Failure(AuraErrorKind.Unavailable);

        Assert.Equal(DriftSettled.AuraUnavailable, await Desk.TakeAsync(await OnlyAsync(), SitesHouse.Admin));

        Assert.Null((await _house.FindAsync(site.Reference))!.DeletedAt);
    }

    [Fact]
    public async Task Send_Changed_AuraFollows()
    {
        var site = await _house.BothHaveAsync();
        Later(site, one => one with { Name = "By AURA" });
        await CompareAsync();

        Assert.Equal(DriftSettled.Done, await Desk.SendAsync(await OnlyAsync(), SitesHouse.Admin));

        Assert.Equal("Site depot", (await _house.Aura.GetAsync(site.AuraId)).Name);
    }

    [Fact]
    public async Task Send_Missing_RegistersItAnewAndTheRowStays()
    {
        var site = await MissingAsync();

        Assert.Equal(DriftSettled.Done, await Desk.SendAsync(await OnlyAsync(), SitesHouse.Admin));

        var row = (await _house.FindAsync(site.Reference))!;
        Assert.Equal(site.Id, row.Id);
        Assert.NotEqual(site.AuraId, row.AuraId);
        Assert.Equal(site.Reference, (await _house.Aura.GetAsync(row.AuraId)).Reference);
    }

    [Fact]
    public async Task Send_MissingAndTheAnswerIsLost_LooksBeforeItBelieves()
    {
        await MissingAsync();
        _house.Aura.DoesNotAnswer(tookEffect: true);

        Assert.Equal(DriftSettled.Done, await Desk.SendAsync(await OnlyAsync(), SitesHouse.Admin));

        Assert.Single(_house.Aura.Sent);
        Assert.Single(await _house.Aura.ListAsync(), one => one.Reference == "depot");
    }

    [Fact]
    public async Task Settle_ByASupervisor_IsRefused()
    {
        await MissingAsync();
        var (drift, supervisor) = (await OnlyAsync(), SitesHouse.User(Roles.Supervisor));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.TakeAsync(drift, supervisor));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.SendAsync(drift, supervisor));
    }

    private void Later(Site site, Func<AuraSite, AuraSite> change) => _house.Aura.Has(change(new AuraSite
    {
        Id = site.AuraId,
        Reference = site.Reference,
        Name = site.Name,
        Address = site.Address,
        Latitude = site.Latitude,
        Longitude = site.Longitude,
    }));

    private async Task<Site> MissingAsync()
    {
        await _house.BothHaveAsync("other");
        var site = await _house.BothHaveAsync();
        _house.Aura.Forget(site.AuraId);
        await CompareAsync();
        return site;
    }

    private Task<DriftRun> CompareAsync()
    {
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        return _house.Get<DriftChecks>().CompareAsync(default);
    }

    private async Task<SiteDrift> OnlyAsync() => Assert.Single((await Desk.ListAsync(null, 10, default)).Found);
}
