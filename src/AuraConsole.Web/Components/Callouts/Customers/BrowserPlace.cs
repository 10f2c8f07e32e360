using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts.Customers;

/// <summary>What here.js tells of the browser's location.</summary>
public sealed record BrowserPlace(double? Latitude = null, double? Longitude = null, double? Accuracy = null, string? Fault = null)
{
    /// <summary>A fault of a watch that goes on.</summary>
    public const string Passing = "passing";

    /// <summary>Null when the browser told none, or none that can be.</summary>
    public CalloutPosition? Position => Fault is null && Latitude is { } latitude && Longitude is { } longitude && Places.IsPlace(latitude, longitude)
        ? new CalloutPosition(latitude, longitude, Accuracy is >= 0 and <= Places.MostAccuracy ? Accuracy : null)
        : null;

    /// <summary>What to say when there is none.</summary>
    public string? Sentence => Position is not null ? null : Fault == "refused" ? RaiseCustomerText.HereRefused : RaiseCustomerText.HereFailed;
}
