using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>People Protect quickstart, step 3: the location is nested, its members are numbers.</summary>
internal sealed record CustomerRaiseBody(PositionBody Location, int ResponseTypeId, int? CalloutClassificationId, bool? InternalTest);

/// <summary>Update callout location: flat numbers.</summary>
internal sealed record PositionBody(double Latitude, double Longitude, double? Accuracy)
{
    /// <exception cref="AuraApiException">Invalid: no position on Earth.</exception>
    public static PositionBody Of(CalloutPosition position)
    {
        if (!Coordinates.IsLatitude(position.Latitude) || !Coordinates.IsLongitude(position.Longitude))
            throw Refusals.BeforeSending("The coordinates are out of range.", nameof(position));
        if (position.AccuracyMetres is { } accuracy && !(accuracy >= 0 && double.IsFinite(accuracy)))
            throw Refusals.BeforeSending("The accuracy has to be a length.", nameof(position));
        return new PositionBody(position.Latitude, position.Longitude, position.AccuracyMetres);
    }
}

/// <summary>Cancel a callout: <c>{}</c> is the integrator's own cancellation.</summary>
internal sealed record CancelBody(string? SafeCode);

/// <summary>Create callout event.</summary>
internal sealed record EventBody(string Source, string Event);

/// <summary>Create callout exception reason.</summary>
internal sealed record ReasonBody(long ExceptionReasonId, string? Notes);

/// <summary>Create callout rating.</summary>
internal sealed record RatingBody(long CalloutId, int Rating, string? AdditionalDetails, bool? CustomerAllowedToBeContacted);

/// <summary>Create callout rating item.</summary>
internal sealed record RatingItemBody(
    long CalloutRatingId, string RatingItemDescription, long? RatingItemId, string? RatingItem, string? Sentiment);
