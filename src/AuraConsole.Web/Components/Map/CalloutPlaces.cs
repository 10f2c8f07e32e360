using AuraConsole.Web.Data;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Components.Map;

/// <summary>A point of the earth.</summary>
public readonly record struct Place(double Latitude, double Longitude);

/// <summary>Where callouts are: where AURA says, else at their site.</summary>
public sealed class CalloutPlaces(IDbContextFactory<ConsoleDbContext> contexts)
{
    private const int Batch = 500;

    /// <summary>The callout's own place, when it has one that can be on a map.</summary>
    public static Place? Own(BoardRow row) => At(row.Latitude, row.Longitude);

    /// <summary>Places of sites, read in few queries; a site without coordinates is left out.</summary>
    public async Task<Dictionary<int, Place>> OfSitesAsync(IReadOnlyCollection<int> siteIds, CancellationToken cancellationToken)
    {
        var places = new Dictionary<int, Place>(siteIds.Count);
        if (siteIds.Count == 0)
            return places;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var ids in siteIds.Chunk(Batch))
        {
            var sites = await db.Sites.AsNoTracking().Where(site => ids.Contains(site.Id))
                .Select(site => new { site.Id, site.Latitude, site.Longitude }).ToListAsync(cancellationToken);
            foreach (var site in sites)
            {
                if (At(site.Latitude, site.Longitude) is { } place)
                    places[site.Id] = place;
            }
        }
        return places;
    }

    // 0,0 is what systems write that do not know; nobody guards a buoy in the Atlantic
    private static Place? At(double? latitude, double? longitude) =>
        latitude is { } north and >= -90 and <= 90 && longitude is { } east and >= -180 and <= 180 && (north, east) is not (0, 0)
            ? new Place(north, east)
            : null;
}
