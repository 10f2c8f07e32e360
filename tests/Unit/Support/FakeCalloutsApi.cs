using System.Collections.Concurrent;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Unit.Support;

/// <summary>AURA's callouts: answers a raise or cancel when the test says so, and remembers what was asked.</summary>
public sealed class FakeCalloutsApi : SilentCalloutsApi
{
    private readonly ConcurrentQueue<(string Reference, RaiseForSite Request)> _raises = new();
    private readonly ConcurrentQueue<long> _cancels = new();
    private readonly ConcurrentQueue<CalloutPosition> _positions = new();
    private readonly ConcurrentQueue<RaiseForCustomer> _customerRaises = new();

    public IReadOnlyList<(string Reference, RaiseForSite Request)> Raises => [.. _raises];

    public IReadOnlyList<long> Cancels => [.. _cancels];

    public IReadOnlyList<RaiseForCustomer> CustomerRaises => [.. _customerRaises];

    public IReadOnlyList<CalloutPosition> Positions => [.. _positions];

    /// <summary>What a later position is answered with.</summary>
    public Func<long, AuraCallout> OnPosition { get; set; } = id => new AuraCallout { Id = id, Status = "Created" };

    public Func<string, Task<RaisedCallout>> OnRaise { get; set; } = reference => Task.FromResult(Raised(7001, reference));

    public Func<long, Task<AuraCallout?>> OnCancel { get; set; } = _ => Task.FromResult<AuraCallout?>(null);

    public static RaisedCallout Raised(long id, string reference) => new(new AuraCallout { Id = id, Status = "Created" }, reference, null);

    public static AuraApiException Failure(AuraErrorKind kind, string? message = null) => new(kind, null, message, "test");

    public override Task<RaisedCallout> RaiseForSiteAsync(string reference, RaiseForSite request, CancellationToken cancellationToken = default)
    {
        _raises.Enqueue((reference, request));
        return OnRaise(reference);
    }

    public override Task<RaisedCallout> RaiseForCustomerAsync(long customerId, RaiseForCustomer request, CancellationToken cancellationToken = default)
    {
        _customerRaises.Enqueue(request);
        return Task.FromResult(new RaisedCallout(new AuraCallout { Id = 7002, Status = "Created", CustomerId = customerId }, null, null));
    }

    public override Task<AuraCallout?> CancelAsync(long calloutId, CancellationToken cancellationToken = default)
    {
        _cancels.Enqueue(calloutId);
        return OnCancel(calloutId);
    }

    public override Task<AuraCallout> UpdateLocationAndReturnAsync(long calloutId, CalloutPosition position, CancellationToken cancellationToken = default)
    {
        _positions.Enqueue(position);
        return Task.FromResult(OnPosition(calloutId));
    }

    public override Task<AuraCallout> GetAsync(long calloutId, CancellationToken cancellationToken = default) =>
        throw Failure(AuraErrorKind.NotFound);

    public override Task<IReadOnlyList<AuraCallout>> ListActiveAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<AuraCallout>>([]);
}
