using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts.Customers;

/// <summary>A place as it is typed, pinned or told by a browser; text, because what cannot be read must stay where it was typed.</summary>
public sealed class PlaceInput
{
    public string Latitude { get; set; } = "";

    public string Longitude { get; set; } = "";

    public string Accuracy { get; set; } = "";

    public string? LatitudeError { get; private set; }

    public string? LongitudeError { get; private set; }

    public string? AccuracyError { get; private set; }

    public string? PlaceError { get; private set; }

    public bool IsZero => Places.Degrees(Latitude) == 0 && Places.Degrees(Longitude) == 0;

    /// <summary>Null while it is no place on Earth.</summary>
    public CalloutPosition? Position =>
        Places.Degrees(Latitude) is { } latitude && Places.Degrees(Longitude) is { } longitude && Places.IsPlace(latitude, longitude) && IsAccuracy(out var metres)
            ? new CalloutPosition(latitude, longitude, metres)
            : null;

    public void Set(double latitude, double longitude, double? accuracy)
    {
        (Latitude, Longitude) = (Places.Text(latitude), Places.Text(longitude));
        Accuracy = accuracy is { } metres ? Places.Text(Math.Ceiling(metres)) : "";
        Forget();
    }

    /// <summary>Says what is wrong. True when nothing is.</summary>
    public bool Check()
    {
        var isEmpty = string.IsNullOrWhiteSpace(Latitude) && string.IsNullOrWhiteSpace(Longitude);
        PlaceError = isEmpty ? RaiseCustomerText.NeedPlace : null;
        LatitudeError = isEmpty || Places.Degrees(Latitude) is >= -90 and <= 90 ? null : RaiseCustomerText.BadLatitude;
        LongitudeError = isEmpty || Places.Degrees(Longitude) is >= -180 and <= 180 ? null : RaiseCustomerText.BadLongitude;
        AccuracyError = IsAccuracy(out _) ? null : RaiseCustomerText.BadAccuracy;
        return (PlaceError ?? LatitudeError ?? LongitudeError ?? AccuracyError) is null;
    }

    public void Forget() => (PlaceError, LatitudeError, LongitudeError, AccuracyError) = (null, null, null, null);

    private bool IsAccuracy(out double? metres)
    {
        metres = string.IsNullOrWhiteSpace(Accuracy) ? null : Places.Degrees(Accuracy);
        return string.IsNullOrWhiteSpace(Accuracy) || metres is >= 0 and <= Places.MostAccuracy;
    }
}
