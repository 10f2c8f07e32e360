using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ISubscriptionsApi"/>
internal sealed class SubscriptionsApi(AuraCaller caller, ListAnswers lists, IOptions<AuraOptions> options, TimeProvider time)
    : ISubscriptionsApi
{
    private const string All = "/panic-api/v2/subscriptions";
    private const string One = All + "/{subscriptionId}";
    private const string Types = All + "/subscriptionTypes";
    private const string OfCustomer = "/panic-api/v2/customers/{customerId}/subscriptions";

    /// <summary>AURA's limit on <see cref="OfCustomer"/> (subscriptions page).</summary>
    private readonly CallWindow _window = new(50, TimeSpan.FromSeconds(10), time);

    public Task<IReadOnlyList<SubscriptionType>> ListTypesAsync(CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Get(Types),
            answer => lists.Read(Types, answer, SubscriptionReader.TypeListNames, SubscriptionReader.ReadType),
            cancellationToken);

    public Task<AuraSubscription> ActivateAsync(NewSubscription subscription, CancellationToken cancellationToken = default)
    {
        CheckDates(subscription.ValidFrom, subscription.ValidTo);
        var body = new SubscriptionBody(
            subscription.CustomerId,
            subscription.TypeId,
            Instants.Write(subscription.ValidFrom),
            Instants.Write(subscription.ValidTo),
            subscription.DependentCustomerIds is { Count: > 0 } dependents ? dependents : null);
        return caller.SendAsync(AuraCalls.Post(All, body, AuraJsonContext.Default.SubscriptionBody), Read, cancellationToken);
    }

    public Task<AuraSubscription> GetAsync(long subscriptionId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Get(One, Id(subscriptionId)), answer => Same(answer, subscriptionId), cancellationToken);

    public Task<AuraSubscription> RenewAsync(
        long subscriptionId, RenewSubscription renewal, CancellationToken cancellationToken = default)
    {
        if (renewal == new RenewSubscription())
            throw Refusals.BeforeSending("A renewal has to change something.", nameof(renewal));
        if (renewal is { ValidFrom: { } from, ValidTo: { } to })
            CheckDates(from, to);
        var body = new RenewBody(
            renewal.TypeId, Instants.Write(renewal.ValidFrom), Instants.Write(renewal.ValidTo), renewal.DependentCustomerIds);
        var call = AuraCalls.Put(
            options.Value.Paths.SubscriptionRenew, body, AuraJsonContext.Default.RenewBody, AuraCalls.Id("id", subscriptionId));
        return caller.SendAsync(call, answer => Same(answer, subscriptionId), cancellationToken);
    }

    public Task CancelAsync(long subscriptionId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Delete(One, Id(subscriptionId)), AuraCalls.Done, cancellationToken);

    public Task<IReadOnlyList<AuraSubscription>> ListForCustomerAsync(long customerId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Get(OfCustomer, AuraCalls.Id("customerId", customerId)) with { Window = _window },
            answer => lists.Read(OfCustomer, answer, SubscriptionReader.ListNames, SubscriptionReader.Read),
            cancellationToken);

    internal static void CheckDates(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
            throw Refusals.BeforeSending("A subscription ends after it begins.", nameof(to));
    }

    private static (string Name, string Value) Id(long subscriptionId) => AuraCalls.Id("subscriptionId", subscriptionId);

    private static AuraSubscription? Read(AuraAnswer answer) => answer.Json is { } json ? SubscriptionReader.Read(json) : null;

    /// <summary>An answer about another subscription is no answer.</summary>
    private static AuraSubscription? Same(AuraAnswer answer, long subscriptionId) =>
        Read(answer) is { } subscription && subscription.Id == subscriptionId ? subscription : null;
}
