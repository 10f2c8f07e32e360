using System.Globalization;
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
        var details = new ScheduleDetailsBody(
            service.NumberOfGuards,
            service.ArmedPreference,
            [.. service.Contacts.Select(static contact => new ContactBody(contact.Name, contact.Mobile))]);
        var config = new ScheduleConfigBody(
            service.Name,
            service.SpecialInstructions,
            details,
            Instants.Write(service.From),
            Instants.Write(service.To),
            Body(service.Repeats));
        var place = service.Location;
        var body = new ScheduledBody(
            service.CustomerId, config, new InitialLocationBody(place.Latitude, place.Longitude, place.Address));
        return caller.SendAsync(
            AuraCalls.Post(Create, body, AuraJsonContext.Default.ScheduledBody, ("serviceType", serviceType)),
            static answer => answer.Json is { } json ? ScheduledReader.Read(json) : null,
            cancellationToken);
    }

    public Task CancelAsync(string scheduledRequestId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Delete(One, ("scheduledRequestId", scheduledRequestId)), AuraCalls.Done, cancellationToken);

    private static RepeatsBody Body(ScheduleRepeats repeats) => new(
        repeats.IsRepeating ? "repeating" : "single",
        repeats.StartTime.ToString("HH:mm", CultureInfo.InvariantCulture),
        (int)repeats.Window.TotalMinutes,
        repeats.Days is { Count: > 0 } days ? [.. days.Select(static day => day.ToString().ToLowerInvariant())] : null,
        repeats.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

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
