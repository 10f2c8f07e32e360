using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Map;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Maps;

public sealed class MapSitesTests : IAsyncLifetime
{
    private Spine _spine = null!;

    [Fact]
    public async Task Find_FewSites_TellsThoseInside()
    {
        await AddAsync((-33.9, 18.4), (-26.2, 28.0), (51.5, -0.1));

        var answer = await FindAsync(new MapArea(-35, 15, -20, 33), 5);

        Assert.Equal([(-33.9, 18.4), (-26.2, 28.0)], answer.Sites.Select(site => (site.Latitude, site.Longitude)));
        Assert.Equal((2, 0), (answer.Total, answer.Cells.Count));
    }

    [Fact]
    public async Task Find_DeletedOrPlacelessSite_LeavesItOut()
    {
        await AddAsync((-33.9, 18.4));
        await _spine.ExecuteAsync("UPDATE Sites SET DeletedAt = 1");
        await _spine.ReadAsync(async db =>
        {
            db.Sites.Add(new Site { AuraId = 99, Reference = "nowhere", Version = Guid.NewGuid() });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(0, (await FindAsync(new MapArea(-90, -180, 90, 180), 2)).Total);
    }

    [Fact]
    public async Task Find_AcrossTheDateLine_FindsBothSides()
    {
        await AddAsync((-17.7, 178.0), (-13.8, -171.8), (-33.9, 18.4));

        var answer = await FindAsync(new MapArea(-30, 170, 0, -165), 4);

        Assert.Equal([178.0, -171.8], answer.Sites.Select(site => site.Longitude));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(19)]
    public async Task Find_MoreThanTheMost_CountsAllOfThemInABoundedGrid(int zoom)
    {
        var count = MapSites.Most + 500;
        await AddAsync([.. Enumerable.Range(0, count).Select(i => (-34 + (i * 0.002), 18 + (i % 97 * 0.01)))]);

        var answer = await FindAsync(new MapArea(-90, -180, 90, 180), zoom);

        Assert.Empty(answer.Sites);
        Assert.InRange(answer.Cells.Count, 1, MapSites.Most);
        Assert.Equal((count, count), (answer.Total, answer.Cells.Sum(cell => cell.Count)));
        Assert.All(answer.Cells, cell => Assert.InRange(cell.Latitude, -34, -28));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(400)]
    [InlineData(-3)]
    public void CellSize_WholeEarthAtAnyZoom_NeverMakesMoreCellsThanTheMost(int zoom)
    {
        var area = new MapArea(-90, -180, 90, 180);

        var size = MapSites.CellSize(area, zoom);

        Assert.InRange(((area.Width / size) + 1) * ((area.Height / size) + 1), 1, MapSites.Most);
    }

    [Theory]
    [InlineData(double.NaN, 0, 1, 1)]
    [InlineData(0, double.PositiveInfinity, 1, 1)]
    [InlineData(5, 0, 5, 1)]
    [InlineData(6, 0, 5, 1)]
    public void Area_OfNonsense_IsNone(double south, double west, double north, double east) => Assert.Null(MapArea.Of(south, west, north, east));

    [Theory]
    [InlineData(170, 200, 170, -160)]
    [InlineData(-200, -170, 160, -170)]
    [InlineData(-300, 300, -180, 180)]
    [InlineData(370, 380, 10, 20)]
    public void Area_BeyondTheDateLine_ComesHome(double west, double east, double homeWest, double homeEast)
    {
        var area = MapArea.Of(-200, west, 200, east);

        Assert.Equal(new MapArea(-90, homeWest, 90, homeEast), area);
    }

    public async Task InitializeAsync() => _spine = await Spine.StartAsync(more: services => services.AddSingleton<MapSites>());

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    private Task<MapSitesAnswer> FindAsync(MapArea area, int zoom) =>
        _spine.Services.GetRequiredService<MapSites>().FindAsync(area, zoom, Scope.Everything, CancellationToken.None);

    private Task<int> AddAsync(params (double Latitude, double Longitude)[] places) => _spine.ReadAsync(db =>
    {
        db.Sites.AddRange(places.Select((place, i) => new Site
        {
            AuraId = i + 1,
            Reference = $"REF-{i}",
            Latitude = place.Latitude,
            Longitude = place.Longitude,
            Version = Guid.NewGuid(),
        }));
        return db.SaveChangesAsync();
    });
}
