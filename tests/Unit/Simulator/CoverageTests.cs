using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace AuraConsole.Unit.Simulator;

public sealed class CoverageTests : SimulatorTest
{
    private static readonly XNamespace Kml = "http://www.opengis.net/kml/2.2";

    [Fact]
    public async Task ResponseTypes_Listed_SayWhereTheyAreEnabled()
    {
        var answer = await GetAsync("/panic-api/v2/responseTypes");
        var types = answer.Body.GetProperty("responseTypes").EnumerateArray().ToList();

        Assert.NotEmpty(answer.Message);
        Assert.Equal(
            [(1, "SECURITY", true), (2, "MEDICAL", true), (3, "ROADSIDE", false)],
            types.Select(type => (
                type.GetProperty("id").GetInt32(), type.GetProperty("value").GetString(),
                type.GetProperty("enabledLocations").GetProperty("fixedLocation").GetBoolean())));
        Assert.All(types, type => Assert.NotEmpty(type.GetProperty("description").GetString()!));
    }

    [Fact]
    public async Task Coverage_KnownType_IsKmlWithThreeCitiesAndAHole()
    {
        var answer = await GetAsync("/panic-api/v2/coverage/1");
        var placemarks = XDocument.Parse(answer.Text).Descendants(Kml + "Placemark").ToList();

        Assert.Equal("application/vnd.google-earth.kml+xml", answer.ContentType);
        Assert.Equal(["Johannesburg", "Cape Town", "Durban"], placemarks.Select(one => one.Element(Kml + "name")!.Value));
        Assert.Single(placemarks.Descendants(Kml + "innerBoundaryIs"));
        Assert.All(placemarks.Descendants(Kml + "coordinates").Select(Ring), ring => Assert.Equal(ring[0], ring[^1]));
    }

    [Fact]
    public async Task Coverage_SeededSites_AreInside()
    {
        var rings = XDocument.Parse((await GetAsync("/panic-api/v2/coverage/1")).Text)
            .Descendants(Kml + "outerBoundaryIs").Select(Ring).ToList();

        Assert.All(Host.State.Main.Sites, site => Assert.Single(
            rings, ring => Holds(ring, Number(site.Longitude!), Number(site.Latitude!))));
    }

    [Fact]
    public async Task Coverage_UnknownType_Answers404() =>
        AssertRefused(HttpStatusCode.NotFound, await GetAsync("/panic-api/v2/coverage/99"));

    private static List<(double X, double Y)> Ring(XElement element) =>
    [
        .. element.Value.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split(',')).Select(pair => (Number(pair[0]), Number(pair[1])))
    ];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static bool Holds(List<(double X, double Y)> ring, double x, double y)
    {
        var inside = false;
        for (var at = 1; at < ring.Count; at++)
        {
            var ((fromX, fromY), (toX, toY)) = (ring[at - 1], ring[at]);
            if (fromY > y != toY > y && x < ((toX - fromX) * (y - fromY) / (toY - fromY)) + fromX) inside = !inside;
        }

        return inside;
    }
}
