using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ICalloutsApi"/>
internal sealed class CalloutsApi(AuraCaller caller, ListAnswers lists, IOptions<AuraOptions> options) : ICalloutsApi
{
    private const string ForSite = "/panic-api/v2/predefinedLocations/externalRef/{reference}/callouts";
    private const string ForCustomer = "/panic-api/v2/customers/{customerId}/callouts";
    private const string Callouts = "/panic-api/v2/callouts";
    private const string One = Callouts + "/{calloutId}";
    private const string Active = Callouts + "/activeCallouts";

    private AuraPaths Paths => options.Value.Paths;

    public Task<RaisedCallout> RaiseForSiteAsync(string reference, RaiseForSite request, CancellationToken cancellationToken = default)
    {
        var body = new RaiseBody(request.ResponseTypeId, request.ClassificationId, request.InternalTest, request.InstallerIdentifier);
        var call = AuraCalls.Post(ForSite, body, AuraJsonContext.Default.RaiseBody, ("reference", reference));
        return caller.SendAsync(call, CalloutAnswers.Raised, cancellationToken);
    }

    public Task<RaisedCallout> RaiseForCustomerAsync(
        long customerId, RaiseForCustomer request, CancellationToken cancellationToken = default)
    {
        var body = new CustomerRaiseBody(
            PositionBody.Of(request.Position), request.ResponseTypeId, request.ClassificationId, request.InternalTest);
        var call = AuraCalls.Post(
            ForCustomer, body, AuraJsonContext.Default.CustomerRaiseBody, AuraCalls.Id("customerId", customerId));
        return caller.SendAsync(call, answer => CalloutAnswers.RaisedFor(answer, customerId), cancellationToken);
    }

    public Task<AuraCallout> GetAsync(long calloutId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Get(One, Id(calloutId)), answer => CalloutAnswers.One(answer, calloutId), cancellationToken);

    public Task<IReadOnlyList<AuraCallout>> ListActiveAsync(CancellationToken cancellationToken = default) =>
        ListAsync(AuraCalls.Get(Active), cancellationToken);

    public Task<IReadOnlyList<AuraCallout>> ListActiveForCustomerAsync(long customerId, CancellationToken cancellationToken = default) =>
        ListAsync(AuraCalls.Get(Paths.CustomerActiveCallouts, AuraCalls.Id("customerId", customerId)), cancellationToken);

    public Task<LocationUpdate> UpdateLocationAsync(
        long calloutId, CalloutPosition position, CancellationToken cancellationToken = default)
    {
        var call = AuraCalls.Post(One + "/location", PositionBody.Of(position), AuraJsonContext.Default.PositionBody, Id(calloutId));
        return caller.SendAsync(call, answer => CalloutAnswers.Located(answer, calloutId), cancellationToken);
    }

    public Task<AuraCallout> UpdateLocationAndReturnAsync(
        long calloutId, CalloutPosition position, CancellationToken cancellationToken = default)
    {
        var call = AuraCalls.Post(Paths.UpdateAndReturn, PositionBody.Of(position), AuraJsonContext.Default.PositionBody, Id(calloutId));
        return caller.SendAsync(call, answer => CalloutAnswers.One(answer, calloutId), cancellationToken);
    }

    public Task<AuraCallout?> CancelAsync(long calloutId, CancellationToken cancellationToken = default) =>
        CancelAsync(calloutId, new CancelBody(null), cancellationToken);

    public Task<AuraCallout?> CancelAsync(long calloutId, string safeCode, CancellationToken cancellationToken = default) =>
        string.IsNullOrWhiteSpace(safeCode)
            ? throw Refusals.BeforeSending("A cancellation with a safe code needs one.", nameof(safeCode))
            : CancelAsync(calloutId, new CancelBody(safeCode), cancellationToken);

    public Task DismissAsync(long calloutId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(AuraCalls.Post(Paths.Dismiss, Id(calloutId)), AuraCalls.Done, cancellationToken);

    private static (string Name, string Value) Id(long calloutId) => AuraCalls.Id("calloutId", calloutId);

    private Task<IReadOnlyList<AuraCallout>> ListAsync(AuraCall call, CancellationToken cancellationToken) =>
        caller.SendAsync(
            call, answer => lists.Read(call.Template, answer, CalloutReader.ListNames, CalloutReader.Read), cancellationToken);

    private async Task<AuraCallout?> CancelAsync(long calloutId, CancelBody body, CancellationToken cancellationToken)
    {
        var call = AuraCalls.Post(One + "/cancel", body, AuraJsonContext.Default.CancelBody, Id(calloutId));
        var cancelled = await caller
            .SendAsync(call, answer => CalloutAnswers.Cancelled(answer, calloutId), cancellationToken).ConfigureAwait(false);
        return cancelled.Callout;
    }
}
