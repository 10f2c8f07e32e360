using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Patrols: services planned ahead (AURA: scheduled services).</summary>
/// <remarks>
/// Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer. AURA has no call to list or read them:
/// keep the id that create answers, and after OutcomeUnknown ask AURA's people, not the API.
/// </remarks>
public interface IScheduledServicesApi
{
    /// <summary>
    /// <c>POST /panic-api/v2/scheduled/{serviceType}</c> (source: scheduled services). Less than 5 minutes ahead answers 400 (Invalid).
    /// </summary>
    /// <param name="serviceType"><c>guarding</c> is the one documented value; others are agreed with AURA.</param>
    /// <param name="service">What, when and where.</param>
    /// <param name="cancellationToken">Gives up waiting; the service may be scheduled all the same.</param>
    Task<ScheduledService> CreateAsync(string serviceType, NewScheduledService service, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>DELETE /panic-api/v2/scheduled/{scheduledRequestId}</c> (source: scheduled services): the id stands where create has the service
    /// type. Answer and errors are not published.
    /// </summary>
    Task CancelAsync(string scheduledRequestId, CancellationToken cancellationToken = default);
}
