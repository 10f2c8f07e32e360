using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Support;

/// <summary>AURA's side of customers in the test's hand: lists it answers with, or a failure for all that is asked.</summary>
public sealed class FakeCustomers : ISubscriptionsApi, IResponseTypesApi, ICoverageApi
{
    public List<AuraSubscription> Subscriptions { get; } = [];

    public List<ResponseType> ResponseTypes { get; } = [new() { Id = 1, Value = "SECURITY", ForCustomers = true }, new() { Id = 9, Value = "SITES", ForCustomers = false }];

    /// <summary>What every question fails with; null to be answered.</summary>
    public AuraErrorKind? Failure { get; set; }

    public Func<Coverage>? Areas { get; set; }

    public void AddTo(IServiceCollection services) =>
        services.AddSingleton<ISubscriptionsApi>(this).AddSingleton<IResponseTypesApi>(this).AddSingleton<ICoverageApi>(this);

    public Task<IReadOnlyList<SubscriptionType>> ListTypesAsync(CancellationToken cancellationToken = default) =>
        Answer<IReadOnlyList<SubscriptionType>>([new SubscriptionType(4, "SINGLE", "One person", default)]);

    public Task<AuraSubscription> ActivateAsync(NewSubscription subscription, CancellationToken cancellationToken = default) => throw Unasked();

    public Task<AuraSubscription> GetAsync(long subscriptionId, CancellationToken cancellationToken = default) => throw Unasked();

    public Task<AuraSubscription> RenewAsync(long subscriptionId, RenewSubscription renewal, CancellationToken cancellationToken = default) => throw Unasked();

    public Task CancelAsync(long subscriptionId, CancellationToken cancellationToken = default) => throw Unasked();

    public Task<IReadOnlyList<AuraSubscription>> ListForCustomerAsync(long customerId, CancellationToken cancellationToken = default) =>
        Answer<IReadOnlyList<AuraSubscription>>(Subscriptions);

    public Task<IReadOnlyList<ResponseType>> ListAsync(CancellationToken cancellationToken = default) => Answer<IReadOnlyList<ResponseType>>(ResponseTypes);

    Task<Coverage> ICoverageApi.GetAsync(int responseTypeId, CancellationToken cancellationToken) =>
        Areas is { } areas ? Answer(areas()) : throw new AuraApiException(AuraErrorKind.Unavailable, null, null, "coverage-1");

    private Task<T> Answer<T>(T answer) =>
        Failure is { } kind ? Task.FromException<T>(new AuraApiException(kind, null, null, "customers-1")) : Task.FromResult(answer);

    private static InvalidOperationException Unasked() => new("Nobody should ask that.");
}
