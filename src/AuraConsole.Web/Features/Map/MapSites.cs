using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Map;

/// <summary>A site on the map.</summary>
public sealed record MapSite(int Id, string Name, string Reference, double Latitude, double Longitude);

/// <summary>Sites that lie close together: how many, and where their middle is.</summary>
public sealed record MapCell(double Latitude, double Longitude, int Count);

/// <summary>What the map shows of an area: each site, or where there are too many the counts of a grid.</summary>
public sealed record MapSitesAnswer(int Total, IReadOnlyList<MapSite> Sites, IReadOnlyList<MapCell> Cells);

/// <summary>Sites within what a map shows. However many there are, the answer is bounded.</summary>
public sealed class MapSites(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>Most sites told one by one, and most cells of a grid.</summary>
    public const int Most = 2000;

    /// <summary>Deepest zoom of the map.</summary>
    public const int DeepestZoom = 19;

    // a grid of 64 pixels: at zoom z the globe is 256 · 2^z pixels wide
    private const double CellsPerTile = 4;

    public async Task<MapSitesAnswer> FindAsync(MapArea area, int zoom, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var inside = Inside(db.Sites.AsNoTracking().Within(scope), area);
        var sites = await inside.OrderBy(site => site.Id).Take(Most + 1)
            .Select(site => new MapSite(site.Id, site.Name ?? site.Reference, site.Reference, site.Latitude!.Value, site.Longitude!.Value))
            .ToListAsync(cancellationToken);
        if (sites.Count <= Most)
            return new MapSitesAnswer(sites.Count, sites, []);
        var cells = await CellsAsync(inside, CellSize(area, zoom), cancellationToken);
        return new MapSitesAnswer(cells.Sum(cell => cell.Count), [], cells);
    }

    /// <summary>The grid hangs on the globe, not on the window, so that cells stay where they are while the map is moved.</summary>
    internal static double CellSize(MapArea area, int zoom)
    {
        var size = 360 / Math.Pow(2, Math.Clamp(zoom, 0, DeepestZoom)) / CellsPerTile;
        while (((area.Width / size) + 1) * ((area.Height / size) + 1) > Most)
            size *= 2;
        return size;
    }

    private static IQueryable<Site> Inside(IQueryable<Site> sites, MapArea area)
    {
        var (south, west, north, east) = area;
        sites = sites.Where(site => site.DeletedAt == null && site.Latitude >= south && site.Latitude <= north);
        return area.CrossesDateLine
            ? sites.Where(site => site.Longitude >= west || site.Longitude <= east)
            : sites.Where(site => site.Longitude >= west && site.Longitude <= east);
    }

    private static Task<List<MapCell>> CellsAsync(IQueryable<Site> sites, double size, CancellationToken cancellationToken) =>
        sites
            // from the south pole and the date line on everything is positive, so that cutting off is rounding down
            .GroupBy(site => new { Row = (int)((site.Latitude!.Value + 90) / size), Column = (int)((site.Longitude!.Value + 180) / size) })
            .Select(cell => new MapCell(cell.Average(site => site.Latitude!.Value), cell.Average(site => site.Longitude!.Value), cell.Count()))
            .Take(Most)
            .ToListAsync(cancellationToken);
}
