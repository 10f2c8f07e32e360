using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Webhooks;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>Registers, edits and deletes customers: at AURA first, and here only as AURA answered.</summary>
/// <remarks>
/// The token ends the waiting before anything is sent, and nothing after. A registration whose answer was lost stays Unknown: AURA has no
/// list to look at, so it is neither settled nor sent again; the delivery that tells of the new customer brings it here.
/// </remarks>
/// <exception cref="UnauthorizedAccessException">From every method: the user may not see customers, or may not do this.</exception>
public sealed partial class CustomerCommands(
    ICustomersApi aura, CustomerRows rows, CustomerTurns turns, CustomerReadRequests reads, Scopes scopes, UpstreamStatus upstream, ILogger<CustomerCommands> logger)
{
    public async Task<CustomerResult> RegisterAsync(NewCustomer customer, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = CustomerAccess.Check(user, scopes);
        using var turn = await turns.TakeAsync(customer.Customer.Mobile, cancellationToken);
        if (await rows.FindAsync(customer.Customer.Mobile, cancellationToken) is { } holder)
            return new CustomerResult(CustomerAction.Register, CustomerOutcome.Duplicate, holder);
        var result = await SendAsync(CustomerAction.Register, by, null,
            async () => await rows.KeepAsync(
                await aura.CreateAsync(customer), customer.Customer, by, CustomerAudit.Registered,
                customer.Subscription is { } with ? FormattableString.Invariant($"with a subscription of type {with.TypeId}") : "without a subscription"),
            static () => Task.FromResult<(CustomerOutcome, Customer?)>((CustomerOutcome.Unknown, null)));
        // AURA's answer need not tell of the subscription, and its delivery may never come
        if (result is { IsDone: true, Customer: { } registered } && customer.Subscription is not null)
            reads.Ask(registered.AuraId);
        return result;
    }

    /// <summary>Replaces the profile. <paramref name="opened"/> is the version that was being edited.</summary>
    public async Task<CustomerResult> EditAsync(int id, Guid opened, CustomerDetails customer, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = CustomerAccess.Check(user, scopes);
        using var turn = await turns.TakeAsync(id, cancellationToken);
        var row = await rows.FindAsync(id, cancellationToken);
        if (Stale(CustomerAction.Edit, row, opened) is { } stale)
            return stale;
        if (await rows.FindAsync(customer.Mobile, cancellationToken) is { } holder && holder.Id != id)
            return new CustomerResult(CustomerAction.Edit, CustomerOutcome.Duplicate, holder);
        var changed = CustomerMembers.Changed(row!, customer);
        return await SendAsync(CustomerAction.Edit, by, row,
            async () => await rows.KeepAsync(await aura.UpdateAsync(row!.AuraId, customer), customer, by, CustomerAudit.Edited, changed),
            () => EditedAsync(row!, customer, by, changed));
    }

    public async Task<CustomerResult> DeleteAsync(int id, Guid opened, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = CustomerAccess.Supervisor(user, scopes);
        using var turn = await turns.TakeAsync(id, cancellationToken);
        var row = await rows.FindAsync(id, cancellationToken);
        if (Stale(CustomerAction.Delete, row, opened) is { } stale)
            return stale;
        return await SendAsync(CustomerAction.Delete, by, row,
            async () =>
            {
                await aura.DeleteAsync(row!.AuraId);
                return await rows.MarkDeletedAsync(id, by);
            },
            () => DeletedAsync(row!, by));
    }

    internal static CustomerResult? Stale(CustomerAction action, Customer? row, Guid opened) => row switch
    {
        null or { DeletedAt: not null } => new CustomerResult(action, CustomerOutcome.Gone, row),
        _ when row.Version != opened => new CustomerResult(action, CustomerOutcome.ChangedMeanwhile, row),
        _ => null,
    };

    private async Task<CustomerResult> SendAsync(
        CustomerAction action, Operator by, Customer? row, Func<Task<Customer>> send, Func<Task<(CustomerOutcome Outcome, Customer? Customer)>> settle)
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
            var (outcome, customer) = failure.Kind switch
            {
                AuraErrorKind.OutcomeUnknown => await settle(),
                AuraErrorKind.Conflict when action is CustomerAction.Register or CustomerAction.Edit => (CustomerOutcome.Duplicate, null),
                _ => (CustomerOutcome.Refused, row),
            };
            result = new CustomerResult(action, outcome, customer, failure);
        }
        if (result.Outcome == CustomerOutcome.Unknown)
            await rows.AuditAsync(by, CustomerAudit.Unanswered, row, action.ToString());
        Log.Settled(logger, action, result.Customer?.Id, result.Outcome, by.Id, result.Failure?.Kind, result.Failure?.CorrelationId);
        return result;
    }

    private async Task<(CustomerOutcome Outcome, Customer? Customer)> EditedAsync(Customer row, CustomerDetails sent, Operator by, string changed)
    {
        try
        {
            var told = await aura.GetAsync(row.AuraId);
            var isDone = CustomerMembers.Has(told, sent);
            var kept = await rows.KeepAsync(told, null, by, isDone ? CustomerAudit.Edited : CustomerAudit.Unanswered, isDone ? changed : "Edit, not done");
            return (isDone ? CustomerOutcome.FoundDone : CustomerOutcome.FoundNotDone, kept);
        }
        catch (AuraApiException)
        {
            return (CustomerOutcome.Unknown, row);
        }
    }

    private async Task<(CustomerOutcome Outcome, Customer? Customer)> DeletedAsync(Customer row, Operator by)
    {
        try
        {
            var told = await aura.GetAsync(row.AuraId);
            return told.Deleted ? (CustomerOutcome.FoundDone, await rows.MarkDeletedAsync(row.Id, by, "found")) : (CustomerOutcome.FoundNotDone, row);
        }
        catch (AuraApiException failure) when (failure.Kind == AuraErrorKind.NotFound)
        {
            return (CustomerOutcome.FoundDone, await rows.MarkDeletedAsync(row.Id, by, "found"));
        }
        catch (AuraApiException)
        {
            return (CustomerOutcome.Unknown, row);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Action} of customer {CustomerId} by user {UserId}: {Outcome}, {Kind}, correlation {Correlation}")]
        public static partial void Settled(
            ILogger logger, CustomerAction action, int? customerId, CustomerOutcome outcome, string userId, AuraErrorKind? kind, string? correlation);
    }
}
