using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>Activates, renews and cancels subscriptions at AURA. A lost answer is settled by AURA's list of the customer's.</summary>
/// <exception cref="UnauthorizedAccessException">From every method: the user may not see customers, or may not do this.</exception>
public sealed partial class SubscriptionCommands(
    ISubscriptionsApi aura, CustomerRows rows, CustomerTurns turns, Scopes scopes, UpstreamStatus upstream, TimeProvider time, ILogger<SubscriptionCommands> logger)
{
    public async Task<CustomerResult> ActivateAsync(int customerId, NewCustomerSubscription terms, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = CustomerAccess.Check(user, scopes);
        using var turn = await turns.TakeAsync(customerId, cancellationToken);
        if (await InServiceAsync(customerId, cancellationToken) is not { } customer)
            return new CustomerResult(CustomerAction.Activate, CustomerOutcome.Gone);
        return await SendAsync(CustomerAction.Activate, by, customer,
            async () => await rows.KeepAsync(
                customer,
                await aura.ActivateAsync(new NewSubscription { CustomerId = customer.AuraId, TypeId = terms.TypeId, ValidFrom = terms.ValidFrom, ValidTo = terms.ValidTo }),
                by, CustomerAudit.Activated),
            listed => listed.Any(told => told.TypeId == terms.TypeId && !told.Cancelled && Same(told.ValidFrom, terms.ValidFrom) && Same(told.ValidTo, terms.ValidTo)),
            CustomerAudit.Activated);
    }

    /// <summary>A new end for one that is not over; AURA revives nothing.</summary>
    public async Task<CustomerResult> RenewAsync(int customerId, int id, DateTimeOffset validTo, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = CustomerAccess.Check(user, scopes);
        using var turn = await turns.TakeAsync(customerId, cancellationToken);
        var (customer, subscription) = await FindAsync(customerId, id, cancellationToken);
        if (customer is null || subscription is null)
            return new CustomerResult(CustomerAction.Renew, CustomerOutcome.Gone, customer);
        if (SubscriptionStates.Of(subscription, time.GetUtcNow(), TimeSpan.Zero) is SubscriptionState.Lapsed or SubscriptionState.Cancelled)
            return new CustomerResult(CustomerAction.Renew, CustomerOutcome.Over, customer);
        return await SendAsync(CustomerAction.Renew, by, customer,
            async () =>
            {
                var told = await aura.RenewAsync(subscription.AuraId, new RenewSubscription { ValidTo = validTo });
                return await rows.KeepAsync(customer, told with { ValidTo = told.ValidTo ?? validTo }, by, CustomerAudit.Renewed);
            },
            listed => listed.Any(told => told.Id == subscription.AuraId && Same(told.ValidTo, validTo)),
            CustomerAudit.Renewed);
    }

    public async Task<CustomerResult> CancelAsync(int customerId, int id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = CustomerAccess.Supervisor(user, scopes);
        using var turn = await turns.TakeAsync(customerId, cancellationToken);
        var (customer, subscription) = await FindAsync(customerId, id, cancellationToken);
        if (customer is null || subscription is null)
            return new CustomerResult(CustomerAction.Cancel, CustomerOutcome.Gone, customer);
        return await SendAsync(CustomerAction.Cancel, by, customer,
            async () =>
            {
                await aura.CancelAsync(subscription.AuraId);
                return await rows.MarkCancelledAsync(customer, subscription.AuraId, by);
            },
            listed => listed.All(told => told.Id != subscription.AuraId || told.Cancelled),
            CustomerAudit.Cancelled);
    }

    private async Task<Customer?> InServiceAsync(int id, CancellationToken cancellationToken) =>
        await rows.FindAsync(id, cancellationToken) is { DeletedAt: null } customer ? customer : null;

    private async Task<(Customer?, CustomerSubscription?)> FindAsync(int customerId, int id, CancellationToken cancellationToken)
    {
        var customer = await InServiceAsync(customerId, cancellationToken);
        var subscription = await rows.SubscriptionAsync(id, cancellationToken);
        // a family's subscription is changed at its main member
        return (customer, subscription is { IsMains: true } && subscription.CustomerAuraId == customer?.AuraId ? subscription : null);
    }

    private async Task<CustomerResult> SendAsync(
        CustomerAction action, Operator by, Customer customer, Func<Task<Customer>> send, Predicate<IReadOnlyList<AuraSubscription>> isDone, string kind)
    {
        CustomerResult result;
        try
        {
            result = new CustomerResult(action, CustomerOutcome.Done, await send());
            upstream.Answered();
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            var outcome = failure.Kind == AuraErrorKind.OutcomeUnknown ? await LookAsync(action, by, customer, isDone, kind) : CustomerOutcome.Refused;
            result = new CustomerResult(action, outcome, customer, failure);
        }
        Log.Settled(logger, action, customer.Id, result.Outcome, by.Id, result.Failure?.Kind, result.Failure?.CorrelationId);
        return result;
    }

    private async Task<CustomerOutcome> LookAsync(
        CustomerAction action, Operator by, Customer customer, Predicate<IReadOnlyList<AuraSubscription>> isDone, string kind)
    {
        try
        {
            var listed = await aura.ListForCustomerAsync(customer.AuraId);
            var done = isDone(listed);
            await rows.KeepAsync(customer, listed, by, done ? kind : CustomerAudit.Unanswered, done ? "found" : $"{action}, not done");
            return done ? CustomerOutcome.FoundDone : CustomerOutcome.FoundNotDone;
        }
        catch (AuraApiException)
        {
            await rows.AuditAsync(by, CustomerAudit.Unanswered, customer, action.ToString());
            return CustomerOutcome.Unknown;
        }
    }

    /// <summary>AURA may keep whole seconds.</summary>
    private static bool Same(DateTimeOffset? told, DateTimeOffset asked) => told is { } at && (at - asked).Duration() < TimeSpan.FromSeconds(1);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Action} of a subscription of customer {CustomerId} by user {UserId}: {Outcome}, {Kind}, correlation {Correlation}")]
        public static partial void Settled(
            ILogger logger, CustomerAction action, int customerId, CustomerOutcome outcome, string userId, AuraErrorKind? kind, string? correlation);
    }
}
