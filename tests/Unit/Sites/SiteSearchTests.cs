using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Showing;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Sites;

public sealed class SiteSearchTests : IDisposable
{
    private readonly SitesHouse _house = new();
    private long _auraId;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Find_ExactReference_ComesFirstThenPrefixes()
    {
        await _house.AddAsync(New("X-1", "About AB"), New("Z-9", "AB Motors"), New("AB2", "Zebra"), New("ab", "Zulu"));

        Assert.Equal(["ab", "AB2", "Z-9", "X-1"], await FindAsync("AB"));
    }

    [Fact]
    public async Task Find_SeveralWords_AllMustOccurAnywhere()
    {
        await _house.AddAsync(New("R1", "Harbour Depot", "9 Dock Road"), New("R2", "Harbour House", "1 Hill Street"));

        Assert.Equal(["R1"], await FindAsync("  road HARBOUR "));
        Assert.Empty(await FindAsync("harbour missing"));
    }

    [Theory]
    [InlineData("50%")]
    [InlineData("off AND")]
    [InlineData("\"off")]
    [InlineData("off*")]
    [InlineData("name:off")]
    [InlineData("NEAR(off)")]
    [InlineData("^off - 50")]
    [InlineData("(off) OR off NOT")]
    public async Task Find_SignsOfTheIndexsLanguage_AreOnlyText(string typed)
    {
        await _house.AddAsync(New("R1", "50 Off name:off NEAR(off) and or not"), New("R2", "Other"));

        Assert.Equal(["R1"], await FindAsync(typed));
        Assert.Equal(1, (await _house.Queries.ListAsync(new SiteListQuery(typed), Scope.Everything, 0, 10, CancellationToken.None)).Total);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("\" *")]
    public async Task Find_SignsAlone_FindNothing(string typed)
    {
        await _house.AddAsync(New("R1", "Depot"));

        Assert.Empty(await FindAsync(typed));
        Assert.Equal(0, (await _house.Queries.ListAsync(new SiteListQuery(typed), Scope.Everything, 0, 10, CancellationToken.None)).Total);
    }

    [Theory]
    [InlineData("koln")]
    [InlineData("KÖLN")]
    [InlineData("site-00")]
    [InlineData("0042")]
    public async Task Find_AccentsCaseAndPartsOfAReference_Match(string typed)
    {
        await _house.AddAsync(New("site-0042", "Kölner Lager"), New("site-1000", "Other"));

        Assert.Equal(["site-0042"], await FindAsync(typed));
    }

    [Fact]
    public async Task Find_ByTheNameOfTheGroup_AlsoAfterItWasRenamed()
    {
        await _house.AddAsync(New("R1", "Depot"));
        var site = (await _house.FindAsync("R1"))!;
        await _house.Get<SiteGroups>().PutAsync(site.Id, null, "Coastal", SiteGroupKind.Client, SitesHouse.Admin);
        Assert.Equal(["R1"], await FindAsync("coast"));

        await using (var context = _house.Context())
            await context.SiteGroups.ExecuteUpdateAsync(set => set.SetProperty(group => group.Name, "Inland"));

        Assert.Empty(await FindAsync("coast"));
        Assert.Equal(["R1"], await FindAsync("inland"));
    }

    [Fact]
    public async Task Find_AfterAChange_KnowsOnlyTheNewText()
    {
        await _house.AddAsync(New("R1", "Harbour Depot"));
        await using (var context = _house.Context())
            await context.Sites.ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, "Hilltop"));

        Assert.Empty(await FindAsync("harbour"));
        Assert.Equal(["R1"], await FindAsync("hill"));
    }

    [Fact]
    public async Task Find_WithinAScope_LeavesOthersOut()
    {
        await _house.AddAsync(New("R1", "Depot one"), New("R2", "Depot two"), New("R3", "Depot three"));
        foreach (var (reference, group) in new[] { ("R1", "Coastal"), ("R2", "Inland") })
            await _house.Get<SiteGroups>().PutAsync((await _house.FindAsync(reference))!.Id, null, group, SiteGroupKind.Client, SitesHouse.Admin);
        var coastal = new HashSet<int> { (await _house.FindAsync("R1"))!.GroupId!.Value };

        Assert.Equal(["R1"], await FindAsync("depot", new Scope(true, coastal, WithUngrouped: false)));
        Assert.Equal(["R1", "R3"], (await FindAsync("depot", new Scope(true, coastal, WithUngrouped: true))).Order());
        Assert.Empty(await FindAsync("depot", Scope.Nothing));
        Assert.Equal(1, (await _house.Queries.ListAsync(new SiteListQuery(), new Scope(true, coastal, false), 0, 10, CancellationToken.None)).Total);
        Assert.Null(await _house.Queries.FindAsync((await _house.FindAsync("R2"))!.Id, new Scope(true, coastal, true), CancellationToken.None));
    }

    [Fact]
    public async Task Find_DeletedSites_AreLeftOut()
    {
        var deleted = New("R1", "Depot");
        deleted.DeletedAt = _house.Time.GetUtcNow();
        await _house.AddAsync(deleted, New("R2", "Depot"));

        Assert.Equal(["R2"], await FindAsync("depot"));
    }

    [Fact]
    public async Task Find_NothingTyped_GivesTheFirstByNameAndNoMoreThanAsked()
    {
        await _house.AddAsync([.. Enumerable.Range(0, 80).Select(number => New($"R{number:00}", $"Site {number:00}"))]);

        Assert.Equal(["R00", "R01"], (await _house.Search.FindAsync("", Scope.Everything, 2, CancellationToken.None)).Select(site => site.Reference));
        Assert.Equal(SiteSearch.Most, (await _house.Search.FindAsync(" ", Scope.Everything, 1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task List_DeletedSites_OnlyWhenAskedFor()
    {
        var deleted = New("R1", "Depot");
        deleted.DeletedAt = _house.Time.GetUtcNow();
        await _house.AddAsync(deleted, New("R2", "depot too"));

        Assert.Equal(1, (await _house.Queries.ListAsync(new SiteListQuery("DEPOT"), Scope.Everything, 0, 10, CancellationToken.None)).Total);
        var all = await _house.Queries.ListAsync(new SiteListQuery("DEPOT", WithDeleted: true), Scope.Everything, 0, 10, CancellationToken.None);
        Assert.Equal([true, false], all.Lines.Select(line => line.IsDeleted));
    }

    [Fact]
    public async Task List_SortedAndPaged_IsStable()
    {
        await _house.AddAsync([.. Enumerable.Range(0, 25).Select(number => New($"R{number:00}", "Same", number % 2 == 0 ? "b" : "A"))]);
        var query = new SiteListQuery(Order: SiteOrder.Address, Descending: true);

        var pages = new List<string>();
        for (var skip = 0; skip < 25; skip += 10)
        {
            var page = await _house.Queries.ListAsync(query, Scope.Everything, skip, 10, CancellationToken.None);
            Assert.Equal(25, page.Total);
            pages.AddRange(page.Lines.Select(line => line.Reference));
        }

        Assert.Equal(25, pages.Distinct().Count());
        Assert.Equal(("R00", "R23"), (pages[0], pages[^1]));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task List_AnyOrder_Works(SiteOrder order)
    {
        await _house.AddAsync(New("R1", "One"), New("R2", null));

        Assert.Equal(2, (await _house.Queries.ListAsync(new SiteListQuery(Order: order), Scope.Everything, 0, 10, CancellationToken.None)).Lines.Count);
    }

    public static TheoryData<SiteOrder> Orders => [.. Enum.GetValues<SiteOrder>()];

    private Site New(string reference, string? name, string? address = null) =>
        new() { AuraId = ++_auraId, Reference = reference, Name = name, Address = address };

    private async Task<IEnumerable<string>> FindAsync(string text, Scope? scope = null) =>
        (await _house.Search.FindAsync(text, scope ?? Scope.Everything, 10, CancellationToken.None)).Select(site => site.Reference);
}
