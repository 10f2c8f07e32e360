using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ICustomersApi"/>
internal sealed class CustomersApi(AuraCaller caller, IOptions<AuraOptions> options) : ICustomersApi
{
    private const string All = "/panic-api/v2/customers";
    private const string One = All + "/{customerId}";

    public Task<AuraCustomer> CreateAsync(NewCustomer customer, CancellationToken cancellationToken = default)
    {
        if (customer is { Subscription: not null, SubscriptionId: not null })
            throw Refusals.BeforeSending("A subscription is either new or an existing one.", nameof(customer));
        var body = new CustomerCreateBody(Body(customer.Customer), Body(customer.Subscription), customer.SubscriptionId);
        return caller.SendAsync(AuraCalls.Post(All, body, AuraJsonContext.Default.CustomerCreateBody), Read, cancellationToken);
    }

    public Task<AuraCustomer> GetAsync(long customerId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Get(One, Id(customerId)), answer => Same(answer, customerId), cancellationToken);

    public Task<AuraCustomer> UpdateAsync(long customerId, CustomerDetails customer, CancellationToken cancellationToken = default)
    {
        var call = AuraCalls.Put(
            options.Value.Paths.CustomerUpdate,
            new CustomerUpdateBody(Body(customer)),
            AuraJsonContext.Default.CustomerUpdateBody,
            Id(customerId));
        return caller.SendAsync(call, answer => Same(answer, customerId), cancellationToken);
    }

    public Task DeleteAsync(long customerId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Post(One + "/delete", Id(customerId)), AuraCalls.Done, cancellationToken);

    private static (string Name, string Value) Id(long customerId) => AuraCalls.Id("customerId", customerId);

    private static AuraCustomer? Read(AuraAnswer answer) => answer.Json is { } json ? CustomerReader.Read(json) : null;

    /// <summary>An answer about another customer is no answer.</summary>
    private static AuraCustomer? Same(AuraAnswer answer, long customerId) =>
        Read(answer) is { } customer && customer.Id == customerId ? customer : null;

    private static CustomerBody Body(CustomerDetails customer)
    {
        if (string.IsNullOrWhiteSpace(customer.Name) || string.IsNullOrWhiteSpace(customer.Surname))
            throw Refusals.BeforeSending("A customer needs a name and a surname.", nameof(customer));
        if (!IsMobile(customer.Mobile))
            throw Refusals.BeforeSending("A mobile is + and 8 to 15 digits.", nameof(customer));
        return new CustomerBody(
            customer.Name,
            customer.Surname,
            customer.Mobile,
            customer.Reference,
            customer.Email,
            customer.VehicleMake,
            customer.VehicleModel,
            customer.VehicleColour,
            customer.VehicleLicensePlate);
    }

    private static CustomerSubscriptionBody? Body(NewCustomerSubscription? subscription)
    {
        if (subscription is null)
            return null;
        SubscriptionsApi.CheckDates(subscription.ValidFrom, subscription.ValidTo);
        return new CustomerSubscriptionBody(
            subscription.TypeId, Instants.Write(subscription.ValidFrom), Instants.Write(subscription.ValidTo));
    }

    private static bool IsMobile(string mobile) =>
        mobile.Length is >= 9 and <= 16 && mobile[0] == '+' && mobile[1] != '0' && mobile.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
