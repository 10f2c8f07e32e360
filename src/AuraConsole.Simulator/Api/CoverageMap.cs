namespace AuraConsole.Simulator.Api;

/// <summary>
/// Where responders are, as KML: one placemark per polygon, longitude before latitude. The seeded sites lie inside; south of Johannesburg
/// is a hole.
/// </summary>
internal static class CoverageMap
{
    private const string Johannesburg =
        "27.88,-26.02 28.00,-25.95 28.16,-25.96 28.26,-26.08 28.25,-26.26 28.12,-26.36 27.94,-26.35 27.86,-26.22 27.88,-26.02";

    private const string JohannesburgHole = "27.98,-26.26 28.06,-26.26 28.06,-26.31 27.98,-26.31 27.98,-26.26";

    private const string CapeTown =
        "18.36,-33.90 18.46,-33.80 18.62,-33.80 18.72,-33.88 18.68,-34.02 18.52,-34.08 18.38,-34.05 18.34,-33.96 18.36,-33.90";

    private const string Durban =
        "30.80,-29.76 30.92,-29.66 31.08,-29.64 31.12,-29.72 31.06,-29.86 31.00,-29.95 30.88,-29.94 30.79,-29.86 30.80,-29.76";

    public static string Of(ResponseType type) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2">
          <Document>
            <name>{type.Value}</name>
        {Placemark("Johannesburg", Johannesburg, JohannesburgHole)}
        {Placemark("Cape Town", CapeTown)}
        {Placemark("Durban", Durban)}
          </Document>
        </kml>
        """;

    private static string Placemark(string name, string outer, string? inner = null)
    {
        var hole = inner is null ? "" : $"<innerBoundaryIs>{Ring(inner)}</innerBoundaryIs>";
        return $"    <Placemark><name>{name}</name><Polygon><outerBoundaryIs>{Ring(outer)}</outerBoundaryIs>{hole}</Polygon></Placemark>";
    }

    private static string Ring(string coordinates) => $"<LinearRing><coordinates>{coordinates}</coordinates></LinearRing>";
}
