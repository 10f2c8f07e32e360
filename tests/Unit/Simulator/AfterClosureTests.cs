using System.Net;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class AfterClosureTests : SimulatorTest
{
    private const string Ratings = "/panic-api/v2/ratings";
    private const string RatingItems = "/panic-api/v2/rating-items";

    [Theory]
    [InlineData("report")]
    [InlineData("maps")]
    public async Task ReportAndMap_BeforeClosureOrUnknown_Answer404(string what)
    {
        var id = await RaiseAsync();

        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Callouts}/{id}/{what}"), "before the callout has closed");
        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Callouts}/1/{what}"), "Callout not found");
    }

    [Fact]
    public async Task Report_ClosedCallout_HasTimesAndOutcome()
    {
        var id = await RaiseAsync();
        Time.Shift(TimeSpan.FromMinutes(2));
        Close(id);

        var answer = await GetAsync($"{Callouts}/{id}/report");
        var report = answer.Body.GetProperty("report");

        Assert.NotEmpty(answer.Message);
        Assert.Equal((id, "Response completed"), (report.GetProperty("calloutId").GetInt64(), report.GetProperty("outcome").GetString()));
        Assert.InRange(report.GetProperty("responseTimeSeconds").GetInt64(), 120, 180);
        Assert.InRange(report.GetProperty("resolutionTimeSeconds").GetInt64(), 120, 180);
        Assert.NotEmpty(report.GetProperty("responder").GetProperty("name").GetString()!);
    }

    [Fact]
    public async Task Report_CancelledCallout_SaysSoAndBareIsFlat()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);
        var id = Host.Raise("SITE-0001")!.Id;
        await PostAsync($"{Callouts}/{id}/cancel");
        Close(id);

        var report = (await GetAsync($"{Callouts}/{id}/report")).Body;

        Assert.Equal("Cancelled", report.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("responseTimeSeconds").ValueKind);
    }

    [Fact]
    public async Task Map_ClosedCallout_IsAPicture()
    {
        var id = await RaiseAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/track/{id}/map.svg", token: "")).Status);
        Close(id);

        var map = (await GetAsync($"{Callouts}/{id}/maps")).Body;
        var picture = await GetAsync(new Uri(map.GetProperty("url").GetString()!).AbsolutePath, token: "");

        Assert.Equal(JsonValueKind.Null, map.GetProperty("image").ValueKind);
        Assert.Equal("image/svg+xml", picture.ContentType);
        Assert.StartsWith("<svg", picture.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_ClosedCallout_AnswersTheRatingAndReplacesIt()
    {
        var id = await RaiseAsync();
        Close(id);

        var first = await RateAsync(
            $$"""{"calloutId":{{id}},"rating":4,"additionalDetails":"Quick","customerAllowedToBeContacted":true}""");
        var second = await RateAsync($$"""{"calloutId":{{id}},"rating":2}""");

        Assert.Equal((id, 4), (first.GetProperty("calloutId").GetInt64(), first.GetProperty("rating").GetInt32()));
        Assert.Equal("Quick", first.GetProperty("additionalDetails").GetString());
        Assert.True(first.GetProperty("customerAllowedToBeContacted").GetBoolean());
        Assert.Equal(first.GetProperty("id").GetInt64(), second.GetProperty("id").GetInt64());
        Assert.Equal(2, second.GetProperty("rating").GetInt32());
    }

    [Theory]
    [InlineData("\"rating\":0", "1 to 5")]
    [InlineData("\"rating\":6", "1 to 5")]
    [InlineData("\"rating\":\"4\"", "integer")]
    [InlineData("\"additionalDetails\":\"x\"", "rating is required")]
    public async Task Rate_WrongBody_Answers400(string members, string about)
    {
        var id = await RaiseAsync();
        Close(id);

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Ratings, $$"""{"calloutId":{{id}},{{members}}}"""), about);
    }

    [Fact]
    public async Task Rate_ActiveOrUnknownCallout_IsRefused()
    {
        var id = await RaiseAsync();

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Ratings, $$"""{"calloutId":{{id}},"rating":4}"""), "closed");
        AssertRefused(HttpStatusCode.NotFound, await PostAsync(Ratings, """{"calloutId":1,"rating":4}"""));
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Ratings, """{"rating":4}"""), "calloutId");
    }

    [Fact]
    public async Task RateItem_Twice_IsUpdated()
    {
        var rating = await RatingIdAsync();
        var catalogue = (await GetAsync(RatingItems)).Body[0];

        var first = await RateItemAsync(
            $$"""{"calloutRatingId":{{rating}},"ratingItemId":{{catalogue.GetProperty("id").GetInt64()}},"ratingItemDescription":"Quick","sentiment":"positive"}""");
        var second = await RateItemAsync(
            $$"""{"calloutRatingId":{{rating}},"ratingItemId":{{catalogue.GetProperty("id").GetInt64()}},"ratingItemDescription":"Slow","sentiment":"negative"}""");

        Assert.Equal(first.GetProperty("id").GetInt64(), second.GetProperty("id").GetInt64());
        Assert.Equal(("Slow", "negative"), (
            second.GetProperty("ratingItemDescription").GetString(), second.GetProperty("sentiment").GetString()));
    }

    [Fact]
    public async Task RateItem_Wrong_IsRefused()
    {
        var rating = await RatingIdAsync();

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(RatingItems, """{"ratingItemDescription":"Quick"}"""), "calloutRatingId");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(RatingItems, $$"""{"calloutRatingId":{{rating}}}"""), "ratingItemDescription");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(
            RatingItems, $$"""{"calloutRatingId":{{rating}},"ratingItemId":99,"ratingItemDescription":"Quick"}"""), "not known");
        AssertRefused(HttpStatusCode.NotFound, await PostAsync(RatingItems, """{"calloutRatingId":1,"ratingItemDescription":"Quick"}"""));
        for (var item = 0; item < 50; item++) await RateItemAsync($$"""{"calloutRatingId":{{rating}},"ratingItemDescription":"{{item}}"}""");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(
            RatingItems, $$"""{"calloutRatingId":{{rating}},"ratingItemDescription":"51"}"""), "no more");
    }

    [Fact]
    public async Task Rate_Bare_HasTheOlderMembers()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);
        var id = Host.Raise("SITE-0001")!.Id;
        Close(id);

        var rating = (await PostAsync(Ratings, $$"""{"calloutId":{{id}},"rating":5,"comment":"Quick"}""")).Body;
        var item = (await PostAsync(
            RatingItems, $$"""{"ratingId":{{rating.GetProperty("id").GetInt64()}},"ratingItemId":1,"score":4}""")).Body;

        Assert.Equal("Quick", rating.GetProperty("comment").GetString());
        Assert.Equal((1, 4), (item.GetProperty("ratingItemId").GetInt32(), item.GetProperty("score").GetInt32()));
    }

    private async Task<JsonElement> RateAsync(string body) => (await PostAsync(Ratings, body)).Body.GetProperty("calloutRatingPostResult");

    private async Task<JsonElement> RateItemAsync(string body) =>
        (await PostAsync(RatingItems, body)).Body.GetProperty("calloutRatingItemResults");

    private async Task<long> RatingIdAsync()
    {
        var id = await RaiseAsync();
        Close(id);
        return (await RateAsync($$"""{"calloutId":{{id}},"rating":4}""")).GetProperty("id").GetInt64();
    }
}
