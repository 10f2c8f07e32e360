using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Subscriptions: what entitles a customer to a responder.</summary>
/// <remarks>Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer.</remarks>
public interface ISubscriptionsApi
{
    /// <summary>
    /// <c>GET /panic-api/v2/subscriptions/subscriptionTypes</c> (source: subscriptions). Ids differ between AURA's environments.
    /// </summary>
    Task<IReadOnlyList<SubscriptionType>> ListTypesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/subscriptions</c> (source: subscriptions; create-subscription). Documented errors: 400, 401; an active
    /// subscription of the kind answers 409 (Conflict).
    /// </summary>
    Task<AuraSubscription> ActivateAsync(NewSubscription subscription, CancellationToken cancellationToken = default);

    /// <summary><c>GET /panic-api/v2/subscriptions/{subscriptionId}</c> with its dependants (source: subscriptions).</summary>
    Task<AuraSubscription> GetAsync(long subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>PUT /panic-api/v2/subscriptions/{id}</c> (<see cref="AuraPaths.SubscriptionRenew"/>): AURA names the verb, path and body are our
    /// choice. A lapsed or cancelled subscription cannot be revived: activate a new one (source: subscriptions).
    /// </summary>
    Task<AuraSubscription> RenewAsync(long subscriptionId, RenewSubscription renewal, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>DELETE /panic-api/v2/subscriptions/{subscriptionId}</c> (source: delete-subscription). Documented errors: 401, 404. Dependants
    /// lose access with the main member.
    /// </summary>
    Task CancelAsync(long subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>GET /panic-api/v2/customers/{customerId}/subscriptions</c> (source: subscriptions). AURA allows about 50 calls in 10 s for the
    /// whole customer source; this client keeps to it, and further calls wait up to 30 s for their turn. Beyond that, and after a 429 that
    /// outlasts the retries, it throws RateLimited with the wait in <see cref="Http.AuraApiException.RetryAfter"/>.
    /// </summary>
    Task<IReadOnlyList<AuraSubscription>> ListForCustomerAsync(long customerId, CancellationToken cancellationToken = default);
}
