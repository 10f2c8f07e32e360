using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Reads a live position: numbers, unlike a site's coordinates.</summary>
internal static class PositionBody
{
    private const double LatitudeLimit = 90;
    private const double LongitudeLimit = 180;

    public static SimulatedPosition? Read(Members members, DateTimeOffset now)
    {
        var latitude = members.Degrees("latitude", LatitudeLimit, required: true);
        var longitude = members.Degrees("longitude", LongitudeLimit, required: true);
        var accuracy = members.Number("accuracy");
        if (accuracy < 0) members.Refuse("accuracy must not be negative");
        return latitude is null || longitude is null ? null : new SimulatedPosition(latitude, longitude, accuracy, now);
    }
}
