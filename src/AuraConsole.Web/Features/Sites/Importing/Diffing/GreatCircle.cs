namespace AuraConsole.Web.Features.Sites.Importing.Diffing;

/// <summary>Distances on a round earth.</summary>
public static class GreatCircle
{
    /// <summary>Mean radius (IUGG), in metres.</summary>
    private const double Radius = 6_371_008.8;

    /// <summary>By the haversine formula, which keeps its precision for neighbours.</summary>
    public static double Metres(double latitude, double longitude, double toLatitude, double toLongitude)
    {
        var (from, to) = (double.DegreesToRadians(latitude), double.DegreesToRadians(toLatitude));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(double.DegreesToRadians(toLongitude - longitude) / 2);
        var part = (north * north) + (Math.Cos(from) * Math.Cos(to) * east * east);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(part)));
    }
}
