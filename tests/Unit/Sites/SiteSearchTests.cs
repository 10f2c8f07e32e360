using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Showing;

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
    [InlineData("50%", "R1")]
    [InlineData("a_b", "R2")]
    [InlineData("c\\d", "R3")]
    public async Task Find_Wildcards_AreLetters(string typed, string reference)
    {
        await _house.AddAsync(New("R1", "50% Off"), New("R2", "a_b"), New("R3", "c\\d"), New("R4", "50 Off axb cd"));

        Assert.Equal([reference], await FindAsync(typed));
        Assert.Equal(1, (await _house.Queries.ListAsync(new SiteListQuery(typed), 0, 10, CancellationToken.None)).Total);
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

        Assert.Equal(["R00", "R01"], (await _house.Search.FindAsync("", 2, CancellationToken.None)).Select(site => site.Reference));
        Assert.Equal(SiteSearch.Most, (await _house.Search.FindAsync(" ", 1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task List_DeletedSites_OnlyWhenAskedFor()
    {
        var deleted = New("R1", "Depot");
        deleted.DeletedAt = _house.Time.GetUtcNow();
        await _house.AddAsync(deleted, New("R2", "depot too"));

        Assert.Equal(1, (await _house.Queries.ListAsync(new SiteListQuery("DEPOT"), 0, 10, CancellationToken.None)).Total);
        var all = await _house.Queries.ListAsync(new SiteListQuery("DEPOT", WithDeleted: true), 0, 10, CancellationToken.None);
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
            var page = await _house.Queries.ListAsync(query, skip, 10, CancellationToken.None);
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

        Assert.Equal(2, (await _house.Queries.ListAsync(new SiteListQuery(Order: order), 0, 10, CancellationToken.None)).Lines.Count);
    }

    public static TheoryData<SiteOrder> Orders => [.. Enum.GetValues<SiteOrder>()];

    private Site New(string reference, string? name, string? address = null) =>
        new() { AuraId = ++_auraId, Reference = reference, Name = name, Address = address };

    private async Task<IEnumerable<string>> FindAsync(string text) =>
        (await _house.Search.FindAsync(text, 10, CancellationToken.None)).Select(site => site.Reference);
}
