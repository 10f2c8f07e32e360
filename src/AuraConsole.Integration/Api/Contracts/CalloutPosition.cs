namespace AuraConsole.Integration.Api.Contracts;

/// <summary>Where a customer is; sent as numbers.</summary>
/// <param name="Latitude">−90 to 90, decimal degrees, WGS 84.</param>
/// <param name="Longitude">−180 to 180, decimal degrees, WGS 84.</param>
/// <param name="AccuracyMetres">Radius of uncertainty; AURA names no unit, metres is our reading of its examples.</param>
public sealed record CalloutPosition(double Latitude, double Longitude, double? AccuracyMetres = null);

/// <summary>AURA's answer to a location update.</summary>
/// <param name="Closed">True on 285: the callout is closed, the position was refused, and no further one will be taken.</param>
/// <param name="Callout">The callout where AURA sent it; the latest state on 285.</param>
/// <param name="Message">AURA's own words.</param>
public sealed record LocationUpdate(bool Closed, AuraCallout? Callout, string? Message);
