using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>One polygon of <see cref="Coverage"/>.</summary>
public sealed class CoverageArea
{
    private readonly Polygon _polygon;
    private readonly IPreparedGeometry _prepared;

    internal CoverageArea(string? name, Polygon polygon)
    {
        Name = name;
        _polygon = polygon;
        _prepared = PreparedGeometryFactory.Prepare(polygon);
        // the index is built by the first question: asked here, so that the first caller does not pay and callers do not race
        _prepared.Covers(polygon.Factory.CreatePoint(polygon.Coordinate));
    }

    /// <summary>Name of the placemark; several areas may share it.</summary>
    public string? Name { get; }

    /// <summary>The outer boundary, closed: its last point is its first.</summary>
    public IReadOnlyList<GeoPoint> Outer => Points(_polygon.ExteriorRing);

    /// <summary>The inner boundaries, closed.</summary>
    public IReadOnlyList<IReadOnlyList<GeoPoint>> Holes => [.. _polygon.InteriorRings.Select(Points)];

    internal bool Covers(double latitude, double longitude) =>
        Wire.Coordinates.IsLatitude(latitude) && Wire.Coordinates.IsLongitude(longitude)
        && _prepared.Covers(_polygon.Factory.CreatePoint(new Coordinate(longitude, latitude)));

    private static IReadOnlyList<GeoPoint> Points(LineString ring) =>
        [.. ring.Coordinates.Select(static point => new GeoPoint(point.Y, point.X))];
}

/// <summary>A point on Earth.</summary>
/// <param name="Latitude">Decimal degrees, WGS 84.</param>
/// <param name="Longitude">Decimal degrees, WGS 84.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude);
