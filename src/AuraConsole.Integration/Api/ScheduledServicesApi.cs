using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="IScheduledServicesApi"/>
internal sealed class ScheduledServicesApi(AuraCaller caller) : IScheduledServicesApi
{
    private const string Create = "/panic-api/v2/scheduled/{serviceType}";
    private const string One = "/panic-api/v2/scheduled/{scheduledRequestId}";

    public Task<ScheduledService> CreateAsync(
        string serviceType, NewScheduledService service, CancellationToken cancellationToken = default)
    {
        Check(service);
        var body = ScheduledWriter.Body(service);
        return caller.SendAsync(
            AuraCalls.Post(Create, body, AuraJsonContext.Default.ScheduledBody, ("serviceType", serviceType)),
            static answer => answer.Json is { } json ? ScheduledReader.Read(json) : null,
            cancellationToken);
    }

    public Task CancelAsync(string scheduledRequestId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Delete(One, ("scheduledRequestId", scheduledRequestId)), AuraCalls.Done, cancellationToken);

    private static void Check(NewScheduledService service)
    {
        if (string.IsNullOrWhiteSpace(service.Name))
            throw Refusals.BeforeSending("A patrol needs a name.", nameof(service));
        if (service.To <= service.From)
            throw Refusals.BeforeSending("A patrol ends after it begins.", nameof(service));
        if (service.Repeats.Window < TimeSpan.FromMinutes(1) || service.Repeats.Window > TimeSpan.FromDays(7))
            throw Refusals.BeforeSending("The window of a patrol is a minute to a week.", nameof(service));
        if (service.NumberOfGuards is < 1)
            throw Refusals.BeforeSending("A patrol needs at least one guard.", nameof(service));
        var place = service.Location;
        var hasPair = place is { Latitude: { } latitude, Longitude: { } longitude }
            && Coordinates.IsLatitude(latitude) && Coordinates.IsLongitude(longitude);
        var hasNone = place is { Latitude: null, Longitude: null };
        if (!hasPair && !(hasNone && !string.IsNullOrWhiteSpace(place.Address)))
            throw Refusals.BeforeSending("A patrol needs coordinates or an address.", nameof(service));
    }
}
