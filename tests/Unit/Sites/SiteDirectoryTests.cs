using System.Diagnostics;
using System.Text.Json;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Sites;

public sealed class SiteDirectoryTests : IDisposable
{
    private readonly SitesHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Sync_EmptyTable_AddsWhatAuraHas()
    {
        _house.Aura.Has("a", "Alpha", address: "1 First Street");
        _house.Aura.Has("b");

        var result = await _house.SyncAsync();

        Assert.Equal((SiteSyncOutcome.Done, 2, 0, 0, 0), Counts(result));
        Assert.Equal(_house.Time.GetUtcNow(), result.At);
        var site = await _house.FindAsync("a");
        Assert.Equal(("Alpha", "1 First Street", -26.1, 28), (site!.Name, site.Address, site.Latitude, site.Longitude));
        Assert.Equal(_house.Time.GetUtcNow(), site.ReadAt);
        Assert.NotEqual(Guid.Empty, site.Version);
    }

    [Fact]
    public async Task Sync_NothingNew_LeavesRowsAndVersionsAlone()
    {
        var before = await _house.BothHaveAsync();
        _house.Time.Advance(TimeSpan.FromHours(1));

        var result = await _house.SyncAsync();

        Assert.Equal((SiteSyncOutcome.Done, 0, 0, 0, 1), Counts(result));
        var after = await _house.FindAsync("depot");
        Assert.Equal(before.Version, after!.Version);
        Assert.Equal(_house.Time.GetUtcNow(), after.ReadAt);
    }

    [Fact]
    public async Task Sync_ChangedAtAura_UpdatesTheRow()
    {
        var before = await _house.BothHaveAsync();
        _house.Aura.Has("depot", "Renamed", before.AuraId);

        var result = await _house.SyncAsync();

        Assert.Equal((SiteSyncOutcome.Done, 0, 1, 0, 0), Counts(result));
        var after = await _house.FindAsync("depot");
        Assert.Equal((before.Id, "Renamed"), (after!.Id, after.Name));
        Assert.NotEqual(before.Version, after.Version);
    }

    [Fact]
    public async Task Sync_GoneFromTheList_MarksDeletedAndKeepsTheRow()
    {
        var gone = await _house.BothHaveAsync("gone");
        await _house.BothHaveAsync("stays");
        _house.Aura.Forget(gone.AuraId);

        var result = await _house.SyncAsync();

        Assert.Equal((SiteSyncOutcome.Done, 0, 0, 1, 1), Counts(result));
        Assert.Equal(_house.Time.GetUtcNow(), (await _house.FindAsync("gone"))!.DeletedAt);
        Assert.Null((await _house.FindAsync("stays"))!.DeletedAt);
    }

    [Fact]
    public async Task Sync_ListedAsDeleted_MarksDeletedAndComesBackWhenActiveAgain()
    {
        var site = await _house.BothHaveAsync();
        var told = _house.Aura.Has("depot", site.Name, site.AuraId);
        _house.Aura.Has(told with { Deleted = true });

        Assert.Equal(1, (await _house.SyncAsync()).Removed);
        Assert.NotNull((await _house.FindAsync("depot"))!.DeletedAt);

        _house.Aura.Has(told);
        Assert.Equal(1, (await _house.SyncAsync()).Changed);
        Assert.Null((await _house.FindAsync("depot"))!.DeletedAt);
    }

    [Fact]
    public async Task Sync_EmptyList_IsRefused()
    {
        var site = await _house.BothHaveAsync();
        _house.Aura.Forget(site.AuraId);

        var result = await _house.SyncAsync(removeMany: true);

        Assert.Equal(SiteSyncOutcome.NothingListed, result.Outcome);
        Assert.Null((await _house.FindAsync("depot"))!.DeletedAt);
    }

    [Fact]
    public async Task Sync_MostMissing_WaitsForAPersonsWord()
    {
        var sites = Enumerable.Range(0, 30).Select(number => _house.Aura.Has($"s{number}")).ToList();
        await _house.SyncAsync();
        sites.Skip(5).ToList().ForEach(site => _house.Aura.Forget(site.Id));
        _house.Aura.Has("new");

        var first = await _house.SyncAsync();
        Assert.Equal((SiteSyncOutcome.ManyMissing, 1, 0, 0, 5), Counts(first));
        Assert.Equal(25, first.Missing);
        Assert.Equal(31, await ActiveAsync());

        var second = await _house.SyncAsync(removeMany: true);
        Assert.Equal((SiteSyncOutcome.Done, 0, 0, 25, 6), Counts(second));
        Assert.Equal(6, await ActiveAsync());
    }

    [Fact]
    public async Task Sync_AuraFails_ChangesNothingAndSaysSo()
    {
        await _house.BothHaveAsync();
        _house.Aura.ListFailure = FakeSitesApi.Failure(AuraErrorKind.Unavailable);

        var result = await _house.SyncAsync();

        Assert.Equal(SiteSyncOutcome.Failed, result.Outcome);
        Assert.Same(_house.Aura.ListFailure, result.Failure);
        Assert.Equal(AuraReach.Unreachable, _house.Get<UpstreamStatus>().Now.Reach);
        Assert.Equal(1, await ActiveAsync());
    }

    [Fact]
    public async Task Sync_ReferenceRegisteredAnew_OldRowIsDeletedAndTheNewOneActive()
    {
        var old = await _house.BothHaveAsync();
        _house.Aura.Forget(old.AuraId);
        var told = _house.Aura.Has("depot", "New depot");

        var result = await _house.SyncAsync();

        Assert.Equal((SiteSyncOutcome.Done, 1, 0, 1, 0), Counts(result));
        await using var context = _house.Context();
        var rows = await context.Sites.OrderBy(site => site.AuraId).ToListAsync();
        Assert.Equal([old.AuraId, told.Id], rows.Select(site => site.AuraId));
        Assert.Equal([false, true], rows.Select(site => site.DeletedAt is null));
    }

    [Fact]
    public async Task Sync_ReferencesSwapped_FollowsAura()
    {
        var (one, two) = (_house.Aura.Has("a"), _house.Aura.Has("b"));
        await _house.SyncAsync();
        _house.Aura.Has(one with { Reference = "b" });
        _house.Aura.Has(two with { Reference = "a" });

        Assert.Equal(2, (await _house.SyncAsync()).Changed);
        Assert.Equal((two.Id, one.Id), ((await _house.FindAsync("a"))!.AuraId, (await _house.FindAsync("b"))!.AuraId));
    }

    [Fact]
    public async Task Sync_BlankAndDoubledReferences_AreSkippedAndCounted()
    {
        _house.Aura.Has("");
        _house.Aura.Has("");
        _house.Aura.Has("twice", "Older");
        _house.Aura.Has("twice", "Newer");

        var result = await _house.SyncAsync();

        Assert.Equal((1, 3), (result.Added, result.Skipped));
        Assert.Equal("Newer", (await _house.FindAsync("twice"))!.Name);
    }

    [Fact]
    public async Task Sync_MemberLeftOut_KeepsWhatWasThere_MemberNulled_ForgetsIt()
    {
        var told = _house.Aura.Has("depot") with { Address = "9 Dock Road", W3w = "a.b.c" };
        _house.Aura.Has(told);
        await _house.SyncAsync();
        using var raw = JsonDocument.Parse("""{"id":1,"w3w":null}""");
        _house.Aura.Has(told with { Address = null, W3w = null, Raw = raw.RootElement });

        await _house.SyncAsync();

        var site = await _house.FindAsync("depot");
        Assert.Equal(("9 Dock Road", null), (site!.Address, site.W3w));
    }

    [Fact]
    public async Task Sync_RowChangedAfterAuraWasAsked_IsLeftAlone()
    {
        var release = new TaskCompletionSource();
        var site = await _house.BothHaveAsync();
        _house.Aura.Has("depot", "Listed before", site.AuraId);
        _house.Aura.Hold = release.Task;
        var reading = _house.SyncAsync();
        await Until.TrueAsync(() => _house.Aura.Calls.Count == 2);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        await using (var context = _house.Context())
        {
            await context.Sites.ExecuteUpdateAsync(change => change
                .SetProperty(row => row.Name, "Edited meanwhile").SetProperty(row => row.ReadAt, _house.Time.GetUtcNow()));
        }

        release.SetResult();

        Assert.Equal(0, (await reading).Changed);
        Assert.Equal("Edited meanwhile", (await _house.FindAsync("depot"))!.Name);
    }

    [Fact]
    public async Task Sync_AskedTwiceAtOnce_ReadsOnce()
    {
        var release = new TaskCompletionSource();
        _house.Aura.Has("a");
        _house.Aura.Hold = release.Task;
        var (one, two) = (_house.SyncAsync(), _house.SyncAsync());
        Assert.True(_house.Directory.IsRunning);

        release.SetResult();

        Assert.Same(await one, await two);
        Assert.Equal(["list"], _house.Aura.Calls);
    }

    [Fact]
    public async Task Sync_FiveThousandSites_TakesUnderAMinuteOnABusyMachine()
    {
        for (var number = 0; number < 5000; number++)
            _house.Aura.Has($"s{number}");
        var watch = Stopwatch.StartNew();

        Assert.Equal(5000, (await _house.SyncAsync()).Added);
        Assert.Equal(5000, (await _house.SyncAsync()).Unchanged);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    private static (SiteSyncOutcome, int, int, int, int) Counts(SiteSyncResult result) =>
        (result.Outcome, result.Added, result.Changed, result.Removed, result.Unchanged);

    private async Task<int> ActiveAsync()
    {
        await using var context = _house.Context();
        return await context.Sites.CountAsync(site => site.DeletedAt == null);
    }
}
