using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Ratings of closed callouts and their items (/api-reference/callout-ratings). A second rating replaces the first.</summary>
internal static class RatingsApi
{
    private static readonly (long Id, string Item, string Description, string Sentiment)[] Items =
    [
        (1, "RESPONSE_TIME", "Arrived quickly", "positive"), (2, "CONDUCT", "Professional and friendly", "positive"),
        (3, "RESPONSE_TIME", "Took too long", "negative"), (4, "COMMUNICATION", "Did not keep me informed", "negative"),
    ];

    public static void MapRatings(this IEndpointRouteBuilder api)
    {
        api.MapPost("/ratings", RateAsync);
        api.MapGet("/rating-items", ListItems);
        api.MapPost("/rating-items", RateItemAsync);
    }

    private static async Task<IResult> RateAsync(
        HttpContext context, SimulatorState state, SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var members = body.Members;
        var older = options.Dialect == Dialect.Bare;
        var calloutId = members.Integer("calloutId", required: true);
        var rating = members.Integer("rating", required: true);
        if (rating is < 1 or > 5) members.Refuse("rating must be from 1 to 5");
        var details = members.Text("additionalDetails") ?? (older ? members.Text("comment") : null);
        var mayBeContacted = members.Flag("customerAllowedToBeContacted");
        if ((body.Refusal ?? members.Refusal) is { } refusal) return refusal;

        var source = context.Source();
        lock (source.Gate)
        {
            if (source.Callout(calloutId!.Value) is not { } callout) return Answers.NotFound("Callout");
            if (callout.IsActive) return Answers.Invalid("The callout has not closed yet");
            var dossier = source.Dossier(callout.Id);
            dossier.Rating = new SimulatedRating(
                dossier.Rating?.Id ?? state.Ids.Next(), callout.Id, rating!.Value, details, mayBeContacted, time.GetUtcNow());
            var shape = Shape(dossier.Rating, older);
            return Answers.Json(older ? shape : new JsonObject { ["calloutRatingPostResult"] = shape });
        }
    }

    private static IResult ListItems(SimulatorOptions options) => Answers.List(
        "ratingItems",
        new JsonArray([.. Items.Select(static one => (JsonNode?)new JsonObject
        {
            ["id"] = one.Id,
            ["ratingItem"] = one.Item,
            ["ratingItemDescription"] = one.Description,
            ["sentiment"] = one.Sentiment,
        })]),
        options);

    private static async Task<IResult> RateItemAsync(
        HttpContext context, SimulatorState state, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var members = body.Members;
        var older = options.Dialect == Dialect.Bare && members.Has("ratingId");
        var ratingId = members.Integer(older ? "ratingId" : "calloutRatingId", required: true);
        var description = members.Text("ratingItemDescription", required: !older);
        var score = older ? members.Integer("score", required: true) : null;
        var itemId = members.Integer("ratingItemId", required: older);
        if (itemId is not null && Items.All(one => one.Id != itemId)) members.Refuse("ratingItemId is not known");
        var item = members.Text("ratingItem");
        var sentiment = members.Text("sentiment");
        if ((body.Refusal ?? members.Refusal) is { } refusal) return refusal;

        var source = context.Source();
        lock (source.Gate)
        {
            if (source.DossierOfRating(ratingId!.Value) is not { } dossier) return Answers.NotFound("Rating");
            var known = dossier.Items.FirstOrDefault(
                one => itemId is not null ? one.ItemId == itemId : one.ItemId is null && one.Description == description);
            var entry = new SimulatedRatingItem(
                known?.Id ?? state.Ids.Next(), ratingId.Value, itemId, item, description, sentiment, score);
            if (!dossier.TryPut(entry)) return Answers.Refused(Refusal.Full("items of this rating"));
            var shape = Shape(entry, options.Dialect == Dialect.Bare);
            return Answers.Json(options.Dialect == Dialect.Bare ? shape : new JsonObject { ["calloutRatingItemResults"] = shape });
        }
    }

    private static JsonObject Shape(SimulatedRating rating, bool older)
    {
        var shape = new JsonObject { ["id"] = rating.Id, ["calloutId"] = rating.CalloutId, ["rating"] = rating.Rating };
        shape[older ? "comment" : "additionalDetails"] = rating.Details;
        if (!older) shape["customerAllowedToBeContacted"] = rating.MayBeContacted;
        shape["createdAt"] = Wire.Time(rating.CreatedAt);
        return shape;
    }

    private static JsonObject Shape(SimulatedRatingItem item, bool older) => older
        ? new JsonObject { ["id"] = item.Id, ["ratingId"] = item.RatingId, ["ratingItemId"] = item.ItemId, ["score"] = item.Score }
        : new JsonObject
        {
            ["id"] = item.Id,
            ["calloutRatingId"] = item.RatingId,
            ["ratingItemId"] = item.ItemId,
            ["ratingItem"] = item.Item,
            ["ratingItemDescription"] = item.Description,
            ["sentiment"] = item.Sentiment,
        };
}
