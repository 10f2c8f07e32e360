using System.Globalization;
using System.Net;
using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Unit.Integration;

public sealed class SitesApiTests : IDisposable
{
    private const string Root = "/panic-api/v2/predefinedLocations";

    private const string Newer = """
        {"id":120045,"customerId":null,"customerSourceId":12,"externalReferenceId":"site-0042","locationIdentifier":"site-0042",
         "locationDescription":"Harbour Depot","locationAdditionalInformation":null,"formattedAddress":"9 Dock Road, Cape Town",
         "latitude":"-33.90510","longitude":"18.42010","w3w":null,"calloutLocationTypeId":3,"securityCoverage":true,
         "inCoverageLastCheckedAt":"2026-05-04T09:00:00.000Z","calloutLocationType.id":null,"calloutLocationType.description":"Shop"}
        """;

    private const string Older = """
        {"id":120045,"name":"Harbour Depot","externalReferenceId":"site-0042","latitude":-33.9051,"longitude":18.4201,
         "address":"9 Dock Road, Cape Town","customerId":452789}
        """;

    private static readonly SiteDetails Details = new()
    {
        Reference = "site-0042",
        Latitude = -33.9051,
        Longitude = 18.4201,
        Name = "Harbour Depot",
        Address = "9 Dock Road, Cape Town",
        TypeId = 3,
    };

    private readonly AuraHarness _harness = new();

    public static TheoryData<string> OneSite =>
    [
        Newer,
        Older,
        $$"""{"message":"Successful","predefinedLocation":{{Newer}}}""",
        $$"""{"data":{{Newer}}}""",
        $$"""{"data":{"fixedLocation":{{Older}} } }""",
        $$"""{"location":{{Older}}}""",
        "\uFEFF" + Newer,
    ];

    public static TheoryData<string> Lists =>
    [
        $"[{Newer},{Older}]",
        $$"""{"predefinedLocations":[{{Newer}},{{Older}}]}""",
        $$"""{"message":"Successful","locations":[{{Newer}},{{Older}}]}""",
        $$"""{"data":[{{Newer}},{{Older}}]}""",
        $$"""{"data":{"fixedLocations":[{{Newer}},{{Older}}] } }""",
    ];

    public void Dispose() => _harness.Dispose();

    [Theory]
    [MemberData(nameof(OneSite))]
    public async Task GetCreateUpdate_EitherDialect_Read(string answer)
    {
        _harness.Aura.Answer($"GET {Root}/120045", answer).Answer($"POST {Root}", answer, HttpStatusCode.Created)
            .Answer($"PUT {Root}/120045", answer);

        AuraSite[] sites =
        [
            await _harness.Sites.GetAsync(120045),
            await _harness.Sites.CreateAsync(Details),
            await _harness.Sites.UpdateAsync(120045, Details),
        ];

        Assert.All(sites, site =>
        {
            Assert.Equal((120045L, "site-0042", "Harbour Depot"), (site.Id, site.Reference, site.Name));
            Assert.Equal((-33.9051, 18.4201), (site.Latitude, site.Longitude));
            Assert.Equal("9 Dock Road, Cape Town", site.Address);
            Assert.Equal(120045, site.Raw.GetProperty("id").GetInt64());
        });
    }

    [Fact]
    public async Task Get_NewerDialect_EveryMemberRead()
    {
        _harness.Aura.Answer($"GET {Root}/120045", Newer);

        var site = await _harness.Sites.GetAsync(120045);

        Assert.Equal((3, "Shop", true, (bool?)null), (site.TypeId, site.TypeName, site.SecurityCoverage, site.MedicalCoverage));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero), site.CoverageCheckedAt);
        Assert.False(site.Deleted);
        Assert.Equal(12, site.Raw.GetProperty("customerSourceId").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_BareOrWrapped_Read(string answer)
    {
        _harness.Aura.Answer($"GET {Root}", answer);

        var sites = await _harness.Sites.ListAsync();

        Assert.Equal([120045L, 120045L], sites.Select(site => site.Id));
        Assert.Empty(_harness.Logs.Warnings);
    }

    [Fact]
    public async Task List_OneElementUnreadable_OthersKeptAndCountLogged()
    {
        _harness.Aura.Answer($"GET {Root}", $$"""[{{Newer}},{"id":"x"},null,7,"s",[],{{Older}}]""");

        var sites = await _harness.Sites.ListAsync();

        Assert.Equal(2, sites.Count);
        Assert.Contains("5 of 7 elements", Assert.Single(_harness.Logs.Warnings));
    }

    [Fact]
    public async Task List_SpeaksOfMoreThanItHolds_Logged()
    {
        _harness.Aura.Answer($"GET {Root}", $$"""{"data":[{{Newer}}],"total":40}""");

        Assert.Single(await _harness.Sites.ListAsync());

        Assert.Contains("speaks of 40", Assert.Single(_harness.Logs.Warnings));
    }

    [Theory]
    [InlineData("\"deleted\":true")]
    [InlineData("\"isDeleted\":\"true\"")]
    [InlineData("\"deletedAt\":\"2026-05-04T09:00:00Z\"")]
    public async Task Get_DeletedSite_Marked(string member)
    {
        _harness.Aura.Answer($"GET {Root}/7", $$"""{"id":7,"externalReferenceId":"a",{{member}}}""");

        Assert.True((await _harness.Sites.GetAsync(7)).Deleted);
    }

    [Fact]
    public async Task CreateAndUpdate_Body_AsTheQuickstartShows()
    {
        _harness.Aura.Answer($"POST {Root}", Newer).Answer($"PUT {Root}/120045", Newer);

        await _harness.Sites.CreateAsync(Details);
        await _harness.Sites.UpdateAsync(120045, Details);

        const string Expected = """
            {"externalReferenceId":"site-0042","locationIdentifier":"site-0042","latitude":"-33.9051","longitude":"18.4201","locationDescription":"Harbour Depot","formattedAddress":"9 Dock Road, Cape Town","calloutLocationTypeId":3}
            """;
        Assert.All(_harness.Aura.Calls, call => Assert.Equal(Expected, call.Body));
        Assert.All(_harness.Aura.Calls, call => Assert.Equal("application/json", call.Header("Content-Type")));
    }

    [Theory]
    [InlineData(-26.12345, "-26.12345")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(90, "90")]
    public async Task Create_Coordinates_InvariantAndRoundTrip(double degrees, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        _harness.Aura.Answer($"POST {Root}", Newer);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            await _harness.Sites.CreateAsync(Details with { Latitude = degrees });
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        using var sent = JsonDocument.Parse(_harness.Aura.Calls[0].Body);
        var text = sent.RootElement.GetProperty("latitude").GetString();
        Assert.Equal(expected, text);
        Assert.Equal(degrees, double.Parse(text!, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(90.001, 0)]
    [InlineData(0, -180.5)]
    [InlineData(0, double.PositiveInfinity)]
    public async Task Create_CoordinatesOutOfRange_InvalidAndNotSent(double latitude, double longitude)
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(
            () => _harness.Sites.CreateAsync(Details with { Latitude = latitude, Longitude = longitude }));

        Assert.Equal((AuraErrorKind.Invalid, (int?)null), (failure.Kind, failure.Status));
        Assert.Empty(_harness.Aura.Calls);
    }

    [Theory]
    [InlineData(200, """{"message":"Deleted"}""")]
    [InlineData(200, "")]
    [InlineData(204, "")]
    public async Task Delete_AnyKindOfDone_Succeeds(int status, string body)
    {
        _harness.Aura.Answer($"DELETE {Root}/7", body, (HttpStatusCode)status);

        await _harness.Sites.DeleteAsync(7);

        Assert.Equal($"{Root}/7", Assert.Single(_harness.Aura.Calls).Path);
    }

    [Fact]
    public async Task Delete_Unknown_NotFound()
    {
        _harness.Aura.Answer($"DELETE {Root}/7", """{"message":"none"}""", HttpStatusCode.NotFound);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Sites.DeleteAsync(7));

        Assert.Equal((AuraErrorKind.NotFound, "none"), (failure.Kind, failure.AuraMessage));
    }
}
