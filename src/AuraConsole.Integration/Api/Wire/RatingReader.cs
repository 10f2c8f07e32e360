using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads ratings and their items: wrapped in the newer dialect, bare in the older one.</summary>
internal static class RatingReader
{
    public static readonly string[] ListNames =
        ["ratingItems", "calloutRatingItems", "calloutRatingItemResults", "data", "items", "results"];

    /// <summary>Null without an object that speaks of a rating.</summary>
    public static CalloutRating? Read(JsonElement root)
    {
        var wrapped = root.Object("calloutRatingPostResult", "calloutRating", "data");
        var kept = wrapped?.Object("calloutRating") ?? wrapped ?? root;
        var id = kept.Id("id", "calloutRatingId", "ratingId");
        if (wrapped is null && id is null)
            return null;
        return new CalloutRating
        {
            Id = id,
            CalloutId = kept.Id("calloutId"),
            Rating = kept.Int("rating", "score"),
            Details = kept.Text("additionalDetails", "comment"),
            Raw = kept.Clone(),
        };
    }

    /// <summary>Null without an object, or a list of one, that speaks of an item.</summary>
    public static RatingItem? ReadRated(JsonElement root)
    {
        if (root.Member("calloutRatingItemResults") is not { } results)
            return ReadItem(root.Object("calloutRatingItem", "data") ?? root);
        if (results.ValueKind == JsonValueKind.Array)
            return results.GetArrayLength() > 0 && results[0].ValueKind == JsonValueKind.Object ? Item(results[0]) : null;
        return results.ValueKind == JsonValueKind.Object ? Item(results) : null;
    }

    /// <summary>Null when there is neither an id nor a name.</summary>
    public static RatingItem? ReadItem(JsonElement element) =>
        Item(element) is { } item && (item.Id is not null || item.Item is not null || item.Description is not null) ? item : null;

    private static RatingItem Item(JsonElement element) => new()
    {
        Id = element.Id("ratingItemId", "id"),
        RatingId = element.Id("calloutRatingId", "ratingId"),
        Item = element.Text("ratingItem", "item", "name", "value"),
        Description = element.Text("ratingItemDescription", "description"),
        Sentiment = element.Text("sentiment"),
        Raw = element.Clone(),
    };
}
