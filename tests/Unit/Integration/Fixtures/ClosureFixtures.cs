using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Unit.Integration.Fixtures;

/// <summary>What comes after closure. The report's keys are ours: AURA publishes none.</summary>
internal static class ClosureFixtures
{
    public const string Report = """
        {"calloutId":100234,"outcome":"Resolved on site","summary":"Open window, nobody there","createdAt":"2026-05-04T09:10:00Z",
         "closedAt":"2026-05-04T09:50:00Z","responseTimeSeconds":420,"resolutionTimeMinutes":31.5,
         "responders":[{"responder":{"name":"R. Mokoena"},"supplier":{"name":"Coastal Response"},"arrivedAt":"2026-05-04T09:18:00Z"}]}
        """;

    public static IReadOnlyList<AuraOperation> Operations { get; } =
    [
        new("IAfterClosureApi.ReportAsync", "GET /panic-api/v2/callouts/100234/report", h => h.Get<IAfterClosureApi>().ReportAsync(100234),
            $$"""{"message":"Successful","report":{{Report}}}""", Report),
        new("IAfterClosureApi.MapAsync", "GET /panic-api/v2/callouts/100234/maps", h => h.Get<IAfterClosureApi>().MapAsync(100234),
            """{"url":"https://maps.aura.test/100234.png","image":null}""", """{"data":{"url":null,"image":"aVZCT1I="}}"""),
        new("IAfterClosureApi.RateAsync", "POST /panic-api/v2/ratings",
            h => h.Get<IAfterClosureApi>().RateAsync(new RateCallout { CalloutId = 100234, Rating = 5, Details = "Quick", MayBeContacted = true }),
            """{"calloutRatingPostResult":{"id":31,"calloutId":100234,"rating":5,"additionalDetails":"Quick"}}""",
            """{"id":31,"calloutId":100234,"rating":5,"comment":"Quick"}"""),
        new("IAfterClosureApi.RateItemAsync", "POST /panic-api/v2/rating-items",
            h => h.Get<IAfterClosureApi>().RateItemAsync(new RateItem
            {
                RatingId = 31, Description = "Arrived quickly", ItemId = 4, Item = "SPEED", Sentiment = "positive",
            }),
            """{"calloutRatingItemResults":{"id":8,"calloutRatingId":31,"ratingItemId":4,"ratingItemDescription":"Arrived quickly","sentiment":"positive"}}""",
            """{"id":8,"ratingId":31,"ratingItemId":4,"score":5}""",
            """{"calloutRatingItemResults":[{"ratingItemId":4,"calloutRatingId":31}]}"""),
        new("IAfterClosureApi.ListRatingItemsAsync", "GET /panic-api/v2/rating-items",
            h => h.Get<IAfterClosureApi>().ListRatingItemsAsync(),
            """{"message":"Successful","ratingItems":[{"id":4,"ratingItem":"SPEED","ratingItemDescription":"Arrived quickly","sentiment":"positive"}]}""",
            """[{"id":4,"description":"Arrived quickly"}]"""),
    ];
}
