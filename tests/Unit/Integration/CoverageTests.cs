using System.Text;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Unit.Integration.Fixtures;

namespace AuraConsole.Unit.Integration;

public sealed class CoverageTests
{
    [Theory]
    [InlineData(-33.2, 18.2, true)]
    [InlineData(-33.5, 18.5, false)]
    [InlineData(-33.5, 18.4, true)]
    [InlineData(-34.0, 18.5, true)]
    [InlineData(-34.0001, 18.5, false)]
    [InlineData(-25.8, 28.1, true)]
    [InlineData(-25.2, 28.9, false)]
    [InlineData(-25.8, 30.1, true)]
    [InlineData(-25.8, 29.5, false)]
    [InlineData(18.2, -33.2, false)]
    [InlineData(double.NaN, 18.2, false)]
    [InlineData(-33.2, 378.2, false)]
    public void Covers_PointInAreaHoleEdgeOrOutside_AsDrawn(double latitude, double longitude, bool covered) =>
        Assert.Equal(covered, Read(ServiceFixtures.Kml)!.Covers(latitude, longitude));

    [Fact]
    public async Task Get_Kml_AreasWithNamesAndBoundaries()
    {
        using var harness = new AuraHarness();
        harness.Aura.Answer("GET /panic-api/v2/coverage/1", ServiceFixtures.Kml, mediaType: "application/vnd.google-earth.kml+xml");

        var coverage = await harness.Get<ICoverageApi>().GetAsync(1);

        Assert.Equal(["Cape Town", "Gauteng", "Gauteng"], coverage.Areas.Select(area => area.Name));
        Assert.Equal((1, 0), (coverage.ResponseTypeId, coverage.Unreadable));
        Assert.Equal(5, Assert.Single(coverage.Areas[0].Holes).Count);
        Assert.Equal(new GeoPoint(-26, 28), coverage.Areas[1].Outer[0]);
        Assert.Equal(coverage.Areas[1].Outer[0], coverage.Areas[1].Outer[^1]);
    }

    [Fact]
    public void Covers_ManyThreads_SameAnswer()
    {
        var coverage = Read(ServiceFixtures.Kml)!;
        var wrong = 0;

        Parallel.For(0, 2000, index =>
        {
            if (coverage.Covers(-33.2, 18.2) != true || coverage.Covers(-33.5, 18.5 + (index % 10 * 0.001)))
                Interlocked.Increment(ref wrong);
        });

        Assert.Equal(0, wrong);
    }

    [Theory]
    [InlineData("18,-34 19,-34 x,-33 18,-34")]
    [InlineData("18,-34 19,-34")]
    [InlineData("18,-94 19,-34 19,-33 18,-94")]
    [InlineData("18 -34 19 -34 19 -33")]
    [InlineData("")]
    public void Read_OnePolygonUnreadable_CountedAndOthersKept(string coordinates)
    {
        var coverage = Read(Document(Polygon(coordinates) + Polygon("18,-34 19,-34 19,-33 18,-34")));

        Assert.Equal((1, 1), (coverage?.Areas.Count, coverage?.Unreadable));
    }

    [Fact]
    public void Read_HoleUnreadable_AreaNotPromised()
    {
        var spoilt = Polygon("18,-34 19,-34 19,-33 18,-34")
            .Replace("</Polygon>", "<innerBoundaryIs><LinearRing><coordinates>x</coordinates></LinearRing></innerBoundaryIs></Polygon>");

        Assert.Equal(1, Read(Document(spoilt + Polygon("28,-26 29,-26 28,-25")))?.Unreadable);
    }

    [Theory]
    [InlineData("<html><body/></html>")]
    [InlineData("<kml/>")]
    [InlineData("<kml><Placemark><name>a<b/></name></Placemark></kml>")]
    [InlineData("<!DOCTYPE kml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><kml><name>&b;</name></kml>")]
    [InlineData("<!DOCTYPE kml SYSTEM \"file:///etc/passwd\"><kml/>")]
    public void Read_NoAreasOrADtd_Null(string body) => Assert.Null(Read(body));

    [Fact]
    public void Read_NestedTooDeep_Null() =>
        Assert.Null(Read(Document(Repeated("<a>") + Polygon("18,-34 19,-34 19,-33 18,-34") + Repeated("</a>"))));

    [Fact]
    public void Read_SelfCrossingPolygon_StillAnswers()
    {
        var bowTie = Read(Document(Polygon("0,0 2,2 2,0 0,2 0,0")))!;

        Assert.True(bowTie.Covers(1, 0.2));
        Assert.False(bowTie.Covers(0.2, 1));
    }

    private static string Repeated(string tag) => string.Concat(Enumerable.Repeat(tag, 100));

    private static Coverage? Read(string body) => KmlReader.Read(Encoding.UTF8.GetBytes(body), 1);

    private static string Document(string inner) => $"<kml><Document>{inner}</Document></kml>";

    private static string Polygon(string coordinates) =>
        $"<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>{coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>";
}
