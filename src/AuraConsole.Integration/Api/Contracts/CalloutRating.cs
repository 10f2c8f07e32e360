using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A rating to send.</summary>
public sealed record RateCallout
{
    /// <summary>AURA's callout id.</summary>
    public required long CalloutId { get; init; }

    /// <summary>1 (worst) to 5 (best).</summary>
    public required int Rating { get; init; }

    /// <summary>Sent as <c>additionalDetails</c>.</summary>
    public string? Details { get; init; }

    /// <summary>Sent as <c>customerAllowedToBeContacted</c>.</summary>
    public bool? MayBeContacted { get; init; }
}

/// <summary>A rating as AURA kept it.</summary>
public sealed record CalloutRating
{
    /// <summary>AURA's id of the rating; null when it did not say, and then no item can be rated.</summary>
    public long? Id { get; init; }

    /// <summary>AURA's callout id.</summary>
    public long? CalloutId { get; init; }

    /// <summary>1 to 5.</summary>
    public int? Rating { get; init; }

    /// <summary><c>additionalDetails</c>, or <c>comment</c> in the older dialect.</summary>
    public string? Details { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}

/// <summary>A single aspect of a rating to send.</summary>
public sealed record RateItem
{
    /// <summary>Sent as <c>calloutRatingId</c>: <see cref="CalloutRating.Id"/>.</summary>
    public required long RatingId { get; init; }

    /// <summary>Sent as <c>ratingItemDescription</c>.</summary>
    public required string Description { get; init; }

    /// <summary>Sent as <c>ratingItemId</c>.</summary>
    public long? ItemId { get; init; }

    /// <summary>Sent as <c>ratingItem</c>.</summary>
    public string? Item { get; init; }

    /// <summary>Sent as <c>sentiment</c>, such as <c>positive</c> or <c>negative</c>.</summary>
    public string? Sentiment { get; init; }
}

/// <summary>An aspect that can be rated, or was rated.</summary>
public sealed record RatingItem
{
    /// <summary>AURA's id of the item.</summary>
    public long? Id { get; init; }

    /// <summary>The rating it belongs to; null in a list of what can be rated.</summary>
    public long? RatingId { get; init; }

    /// <summary>The aspect.</summary>
    public string? Item { get; init; }

    /// <summary>The aspect in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Such as <c>positive</c> or <c>negative</c>.</summary>
    public string? Sentiment { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
