using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Customers: the people AURA protects.</summary>
/// <remarks>
/// Every method throws <see cref="Http.AuraApiException"/> when AURA refuses or does not answer. Customers of other customer sources
/// answer 404 (NotFound). AURA has no list of customers.
/// </remarks>
public interface ICustomersApi
{
    /// <summary>
    /// <c>POST /panic-api/v2/customers</c>, with or without a subscription (source: People Protect quickstart; customers). A mobile that
    /// AURA knows already answers 409 (Conflict) or, by the endpoint's own page, 400 (Invalid).
    /// </summary>
    Task<AuraCustomer> CreateAsync(NewCustomer customer, CancellationToken cancellationToken = default);

    /// <summary><c>GET /panic-api/v2/customers/{customerId}</c> (source: get-customer-by-id).</summary>
    Task<AuraCustomer> GetAsync(long customerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>PUT /panic-api/v2/customers/{customerId}</c> (<see cref="AuraPaths.CustomerUpdate"/>): AURA names the verb; path and body,
    /// <c>{ "customer": … }</c> as on create, are our choice. Send everything: whether a missing member is kept is not published.
    /// </summary>
    Task<AuraCustomer> UpdateAsync(long customerId, CustomerDetails customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /panic-api/v2/customers/{customerId}/delete</c>: a soft delete, by POST (source: soft-delete-customer). Documented errors:
    /// 401, 404.
    /// </summary>
    Task DeleteAsync(long customerId, CancellationToken cancellationToken = default);
}
