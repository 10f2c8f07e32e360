using System.Net;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Integration.Fixtures;

namespace AuraConsole.Unit.Integration;

public sealed class AfterClosureTests : IDisposable
{
    private const string ReportRoute = "GET /panic-api/v2/callouts/100234/report";
    private const string MapRoute = "GET /panic-api/v2/callouts/100234/maps";

    private readonly AuraHarness _harness = new();

    private IAfterClosureApi Api => _harness.Get<IAfterClosureApi>();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Report_UnitsInTheKeys_Read()
    {
        _harness.Aura.Answer(ReportRoute, $$"""{"message":"Successful","report":{{ClosureFixtures.Report}}}""");

        var report = await Api.ReportAsync(100234);

        Assert.Equal((100234L, "Resolved on site", "Open window, nobody there"), (report.CalloutId, report.Outcome, report.Summary));
        Assert.Equal((TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(31.5)), (report.ResponseTime, report.ResolutionTime));
        Assert.Equal("R. Mokoena", Assert.Single(report.Dispatches).Responder);
        Assert.Equal(420, report.Raw.GetProperty("responseTimeSeconds").GetInt32());
    }

    [Fact]
    public async Task Report_OnlyInstants_DurationsBetweenThem()
    {
        _harness.Aura.Answer(ReportRoute, """
            {"report":{"createdAt":"2026-05-04T09:10:00Z","arrivedAt":"2026-05-04T09:18:00Z","completedAt":"2026-05-04T09:40:00Z"}}
            """);

        var report = await Api.ReportAsync(100234);

        Assert.Equal((TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(30)), (report.ResponseTime, report.ResolutionTime));
    }

    [Theory]
    [InlineData("""{"responseTime":7,"calloutId":100234}""")]
    [InlineData("""{"responseTimeSeconds":-7,"calloutId":100234}""")]
    [InlineData("""{"responseTimeSeconds":1e300,"calloutId":100234}""")]
    [InlineData("""{"createdAt":"2026-05-04T09:10:00Z","arrivedAt":"2026-05-04T09:00:00Z","calloutId":100234}""")]
    public async Task Report_DurationWithoutUnitOrSense_NotGuessed(string body)
    {
        _harness.Aura.Answer(ReportRoute, body);

        Assert.Null((await Api.ReportAsync(100234)).ResponseTime);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"message":"Successful"}""")]
    [InlineData("""{"report":{"calloutId":8}}""")]
    [InlineData("""{"id":8,"outcome":"x"}""")]
    public async Task Report_MissingOrAboutAnother_Unexpected(string body)
    {
        _harness.Aura.Answer(ReportRoute, body);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => Api.ReportAsync(100234));

        Assert.Equal(AuraErrorKind.Unexpected, failure.Kind);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(409, true)]
    [InlineData(404, false)]
    [InlineData(403, false)]
    [InlineData(429, false)]
    public async Task ReportAndMap_BeforeClosure_NotYetOnlyWhereAuraSaysSo(int status, bool notYet)
    {
        using var harness = new AuraHarness(readRetries: 0);
        harness.Aura.Answer(ReportRoute, """{"message":"Not yet"}""", (HttpStatusCode)status)
            .Answer(MapRoute, """{"message":"Not yet"}""", (HttpStatusCode)status);
        var api = harness.Get<IAfterClosureApi>();

        var report = await Assert.ThrowsAsync<AuraApiException>(() => api.ReportAsync(100234));
        var map = await Assert.ThrowsAsync<AuraApiException>(() => api.MapAsync(100234));

        Assert.Equal((notYet, notYet), (AfterClosure.IsNotYet(report), AfterClosure.IsNotYet(map)));
    }

    [Theory]
    [InlineData("""{"url":"https://maps.aura.test/1.png","image":null}""", "https://maps.aura.test/1.png", null)]
    [InlineData("""{"url":"javascript:alert(1)","image":"aVZC"}""", null, "aVZC")]
    public async Task Map_UrlOrImage_Read(string body, string? url, string? image)
    {
        _harness.Aura.Answer(MapRoute, body);

        Assert.Equal(new CalloutMap(url, image), await Api.MapAsync(100234));
    }

    [Fact]
    public async Task Rate_EverythingChosen_SentUnderTheNewNames()
    {
        _harness.Aura.Answer("POST /panic-api/v2/ratings", """{"calloutRatingPostResult":{"id":31,"rating":4}}""");
        _harness.Aura.Answer("POST /panic-api/v2/rating-items", """{"calloutRatingItemResults":{}}""");

        var rating = await Api.RateAsync(new RateCallout { CalloutId = 7, Rating = 4, Details = "ok", MayBeContacted = false });
        await Api.RateItemAsync(new RateItem { RatingId = 31, Description = "Fast", ItemId = 4, Item = "SPEED", Sentiment = "positive" });

        Assert.Equal((31L, 4), (rating.Id, rating.Rating));
        Assert.Equal(
            [
                """{"calloutId":7,"rating":4,"additionalDetails":"ok","customerAllowedToBeContacted":false}""",
                """{"calloutRatingId":31,"ratingItemDescription":"Fast","ratingItemId":4,"ratingItem":"SPEED","sentiment":"positive"}""",
            ],
            _harness.Aura.Calls.Select(call => call.Body));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task Rate_OutOfRange_InvalidAndNotSent(int stars)
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => Api.RateAsync(new RateCallout { CalloutId = 7, Rating = stars }));

        Assert.Equal(AuraErrorKind.Invalid, failure.Kind);
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task RatingItems_Listed()
    {
        _harness.Aura.Answer("GET /panic-api/v2/rating-items", """{"ratingItems":[{"id":4,"ratingItem":"SPEED"},{"odd":1}]}""");

        var item = Assert.Single(await Api.ListRatingItemsAsync());

        Assert.Equal((4L, "SPEED"), (item.Id, item.Item));
    }
}
