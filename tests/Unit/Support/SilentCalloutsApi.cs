using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Unit.Support;

/// <summary>A base for fakes: whatever a test does not script must not be asked.</summary>
public abstract class SilentCalloutsApi : ICalloutsApi
{
    public virtual Task<RaisedCallout> RaiseForSiteAsync(string reference, RaiseForSite request, CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task<RaisedCallout> RaiseForCustomerAsync(long customerId, RaiseForCustomer request, CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task<AuraCallout> GetAsync(long calloutId, CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task<IReadOnlyList<AuraCallout>> ListActiveAsync(CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task<IReadOnlyList<AuraCallout>> ListActiveForCustomerAsync(long customerId, CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task<LocationUpdate> UpdateLocationAsync(long calloutId, CalloutPosition position, CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task<AuraCallout> UpdateLocationAndReturnAsync(long calloutId, CalloutPosition position, CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task<AuraCallout?> CancelAsync(long calloutId, CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task<AuraCallout?> CancelAsync(long calloutId, string safeCode, CancellationToken cancellationToken = default) => throw Unasked();

    public virtual Task DismissAsync(long calloutId, CancellationToken cancellationToken = default) => throw Unasked();

    private static InvalidOperationException Unasked() => new("Nobody should ask that.");
}
