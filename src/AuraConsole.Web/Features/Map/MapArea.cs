namespace AuraConsole.Web.Features.Map;

/// <summary>A rectangle of the earth. West may be greater than east: then it lies across the date line.</summary>
public readonly record struct MapArea(double South, double West, double North, double East)
{
    public double Height => North - South;

    public double Width => West <= East ? East - West : 360 - West + East;

    public bool CrossesDateLine => West > East;

    /// <summary>Null when the numbers describe no rectangle; what lies beyond the poles is cut off, and what goes once around is everything.</summary>
    public static MapArea? Of(double south, double west, double north, double east)
    {
        if (!double.IsFinite(south) || !double.IsFinite(west) || !double.IsFinite(north) || !double.IsFinite(east) || south >= north)
            return null;
        var (bottom, top) = (Math.Clamp(south, -90, 90), Math.Clamp(north, -90, 90));
        return east - west >= 360 ? new MapArea(bottom, -180, top, 180) : new MapArea(bottom, Around(west), top, Around(east));
    }

    /// <summary>A longitude of another turn of the globe, brought home.</summary>
    private static double Around(double longitude) =>
        longitude is >= -180 and <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180;
}
