using System.Globalization;
using System.Xml;
using AuraConsole.Integration.Api.Contracts;
using NetTopologySuite.Geometries;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>
/// Reads the polygons of a KML document, in a stream: a tree of a hostile one would be many times its size. No DTD, no entity, no
/// address is followed.
/// </summary>
internal static class KmlReader
{
    public const int MostPoints = 2_000_000;
    private const int Deepest = 64;

    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    /// <summary>Null for what is no KML, for a broken one, and for one of which no area can be read.</summary>
    public static Coverage? Read(byte[] body, int responseTypeId)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = body.Length + 1L,
            IgnoreComments = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var stream = new MemoryStream(body, writable: false);
            using var reader = XmlReader.Create(stream, settings);
            reader.MoveToContent();
            return reader.LocalName == "kml" ? new Walk(reader).Run(responseTypeId) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>One pass over a document; what a placemark and a polygon said so far.</summary>
    private sealed class Walk(XmlReader reader)
    {
        private readonly List<CoverageArea> _areas = [];
        private readonly List<LinearRing> _holes = [];
        private int _points;
        private int _unreadable;
        private string? _name;
        private LinearRing? _outer;
        private bool _inPolygon;
        private bool _inHole;
        private bool _broken;

        public Coverage? Run(int responseTypeId)
        {
            while (!reader.EOF && reader.Depth <= Deepest && _points <= MostPoints)
                Step();
            return reader.EOF && _points <= MostPoints && _areas.Count > 0
                ? new Coverage(responseTypeId, [.. _areas], _unreadable)
                : null;
        }

        private void Step()
        {
            if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement && TakeText())
                return;
            if (reader.NodeType == XmlNodeType.Element)
                Begin();
            else if (reader.NodeType == XmlNodeType.EndElement)
                End();
            reader.Read();
        }

        /// <summary>Reading an element's text moves on to what follows it.</summary>
        private bool TakeText()
        {
            switch (reader.LocalName)
            {
                case "name" when !_inPolygon:
                    _name = JsonEnvelope.Cap(reader.ReadElementContentAsString().Trim(), 200);
                    return true;
                case "coordinates" when _inPolygon:
                    TakeRing(reader.ReadElementContentAsString());
                    return true;
                default:
                    return false;
            }
        }

        private void Begin()
        {
            switch (reader.LocalName)
            {
                case "Placemark":
                    _name = null;
                    break;
                case "Polygon":
                    (_inPolygon, _inHole, _broken, _outer) = (!reader.IsEmptyElement, false, false, null);
                    _holes.Clear();
                    break;
                case "innerBoundaryIs":
                    _inHole = true;
                    break;
                case "outerBoundaryIs":
                    _inHole = false;
                    break;
            }
        }

        private void End()
        {
            if (reader.LocalName != "Polygon" || !_inPolygon)
                return;
            _inPolygon = false;
            if (_outer is not null && !_broken)
                _areas.Add(new CoverageArea(_name, Wgs84.CreatePolygon(_outer, [.. _holes])));
            else
                _unreadable++;
        }

        /// <summary>A hole that cannot be read spoils its area: without it, the area would promise too much.</summary>
        private void TakeRing(string text)
        {
            if (Ring(text) is not { } ring)
                _broken = true;
            else if (_inHole)
                _holes.Add(ring);
            else
                _outer = ring;
        }

        private LinearRing? Ring(string text)
        {
            var points = new List<Coordinate>();
            foreach (var range in text.AsSpan().SplitAny(' ', '\t', '\r', '\n'))
            {
                var tuple = text.AsSpan(range);
                if (tuple.IsEmpty)
                    continue;
                if (Point(tuple) is not { } point || ++_points > MostPoints)
                    return null;
                points.Add(point);
            }

            if (points.Count > 2 && !points[0].Equals2D(points[^1]))
                points.Add(points[0].Copy());
            return points.Count >= 4 ? Wgs84.CreateLinearRing([.. points]) : null;
        }

        /// <summary>Longitude, latitude, and an altitude that does not matter.</summary>
        private static Coordinate? Point(ReadOnlySpan<char> tuple)
        {
            Span<Range> parts = stackalloc Range[4];
            var count = tuple.Split(parts, ',');
            if (count is not (2 or 3)
                || !double.TryParse(tuple[parts[0]], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
                || !double.TryParse(tuple[parts[1]], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude))
            {
                return null;
            }

            return Coordinates.IsLatitude(latitude) && Coordinates.IsLongitude(longitude) ? new Coordinate(longitude, latitude) : null;
        }
    }
}
