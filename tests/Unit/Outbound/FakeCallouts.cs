using System.Collections.Concurrent;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Outbound;

/// <summary>AURA in the test's hand. A call that nobody scripted throws; every call is counted.</summary>
internal sealed class FakeCallouts : SilentCalloutsApi
{
    private readonly ConcurrentQueue<(string Reference, RaiseForSite Chosen)> _raises = new();
    private int _lists;
    private int _cancels;

    public Func<CancellationToken, Task<RaisedCallout>> OnRaise { get; set; } = _ => throw new InvalidOperationException("Nobody scripted a raise.");

    public Func<Task<IReadOnlyList<AuraCallout>>> OnList { get; set; } = () => throw new InvalidOperationException("Nobody scripted the list.");

    public Func<long, Task<AuraCallout>> OnGet { get; set; } = _ => throw new InvalidOperationException("Nobody scripted a reading.");

    public Func<Task<AuraCallout?>> OnCancel { get; set; } = () => throw new InvalidOperationException("Nobody scripted a cancel.");

    public IReadOnlyList<(string Reference, RaiseForSite Chosen)> Raises => [.. _raises];

    public int Lists => Volatile.Read(ref _lists);

    public int Cancels => Volatile.Read(ref _cancels);

    public static AuraApiException Failure(AuraErrorKind kind, string? message = null) => new(kind, null, message, "correlation-1");

    public void Answer(AuraCallout callout, string? reference = null) =>
        OnRaise = _ => Task.FromResult(new RaisedCallout(callout, reference, "Callout created"));

    public void Refuse(AuraErrorKind kind, string? message = null) => OnRaise = _ => throw Failure(kind, message);

    public void List(params AuraCallout[] callouts) => OnList = () => Task.FromResult<IReadOnlyList<AuraCallout>>(callouts);

    public override Task<RaisedCallout> RaiseForSiteAsync(string reference, RaiseForSite request, CancellationToken cancellationToken = default)
    {
        _raises.Enqueue((reference, request));
        return OnRaise(cancellationToken);
    }

    public List<(long CustomerId, RaiseForCustomer Request)> CustomerRaises { get; } = [];

    /// <summary>Active callouts by customer, as AURA lists them by themselves; without an entry the look fails.</summary>
    public Dictionary<long, IReadOnlyList<AuraCallout>> OfCustomers { get; } = [];

    public override Task<RaisedCallout> RaiseForCustomerAsync(long customerId, RaiseForCustomer request, CancellationToken cancellationToken = default)
    {
        lock (CustomerRaises)
            CustomerRaises.Add((customerId, request));
        return OnRaise(cancellationToken);
    }

    public override Task<IReadOnlyList<AuraCallout>> ListActiveForCustomerAsync(long customerId, CancellationToken cancellationToken = default) =>
        OfCustomers.TryGetValue(customerId, out var listed) ? Task.FromResult(listed) : throw Failure(AuraErrorKind.Unavailable);

    public override Task<AuraCallout> GetAsync(long calloutId, CancellationToken cancellationToken = default) => OnGet(calloutId);

    public override Task<IReadOnlyList<AuraCallout>> ListActiveAsync(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _lists);
        return OnList();
    }

    public override Task<AuraCallout?> CancelAsync(long calloutId, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _cancels);
        return OnCancel();
    }
}
