using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Customers.Reading;

/// <summary>Reads a customer and the subscriptions from AURA; its client keeps to AURA's limit of about 50 lists in 10 s.</summary>
public sealed partial class CustomerReading(
    ICustomersApi customers, ISubscriptionsApi subscriptions, CustomerRows rows, Scopes scopes, UpstreamStatus upstream, ILogger<CustomerReading> logger)
{
    /// <summary>Looks somebody up by AURA's id and keeps what AURA has.</summary>
    /// <exception cref="UnauthorizedAccessException">The user may not see customers.</exception>
    public async Task<CustomerResult> LookUpAsync(long auraId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = CustomerAccess.Check(user, scopes);
        try
        {
            var told = await customers.GetAsync(auraId, cancellationToken);
            upstream.Answered();
            var row = await rows.KeepAsync(told, null, by, CustomerAudit.LookedUp, edited: false);
            await SubscriptionsAsync(row, cancellationToken);
            return new CustomerResult(CustomerAction.LookUp, row.ErasedAt is null ? CustomerOutcome.Done : CustomerOutcome.Gone, row);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return new CustomerResult(CustomerAction.LookUp, CustomerOutcome.Refused, Failure: failure);
        }
    }

    /// <summary>Reads the subscriptions of one who is here. False when AURA did not answer: what is here stays.</summary>
    public async Task<bool> SubscriptionsAsync(Customer customer, CancellationToken cancellationToken)
    {
        try
        {
            var listed = await subscriptions.ListForCustomerAsync(customer.AuraId, cancellationToken);
            upstream.Answered();
            await rows.KeepAsync(customer, listed, null, null, null);
            return true;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotRead(logger, customer.AuraId, failure.Kind, failure.CorrelationId);
            return false;
        }
    }

    /// <summary>Reads both for the console itself. Never throws but for cancellation.</summary>
    public async Task ReadAsync(long auraId, CancellationToken cancellationToken)
    {
        try
        {
            var row = await rows.KeepAsync(await customers.GetAsync(auraId, cancellationToken), null, null, null, edited: false);
            await SubscriptionsAsync(row, cancellationToken);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotRead(logger, auraId, failure.Kind, failure.CorrelationId);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotKept(logger, failure, auraId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Customer {CustomerId} could not be read: {Kind}, correlation {Correlation}")]
        public static partial void NotRead(ILogger logger, long customerId, AuraErrorKind kind, string correlation);

        [LoggerMessage(2, LogLevel.Error, "What AURA said of customer {CustomerId} could not be kept")]
        public static partial void NotKept(ILogger logger, Exception failure, long customerId);
    }
}
