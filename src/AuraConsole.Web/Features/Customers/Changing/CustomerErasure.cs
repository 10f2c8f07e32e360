using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>
/// Answers a person's request to be forgotten: AURA's soft delete first, then everything here that tells who it was. AURA's id, callouts
/// with their stages and times, and the audit stay.
/// </summary>
public sealed partial class CustomerErasure(
    ICustomersApi aura, CustomerRows rows, CustomerTurns turns, CalloutWriter writer, AuditLog audit, CustomerFeed feed, Scopes scopes,
    IDbContextFactory<ConsoleDbContext> contexts, UpstreamStatus upstream, TimeProvider time, ILogger<CustomerErasure> logger)
{
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<CustomerResult> EraseAsync(int id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        CustomerAccess.Check(user, scopes);
        var by = Operator.Admin(user);
        using var turn = await turns.TakeAsync(id, cancellationToken);
        if (await rows.FindAsync(id, cancellationToken) is not { ErasedAt: null } customer)
            return new CustomerResult(CustomerAction.Erase, CustomerOutcome.Gone);
        if (await HasPatrolsAsync(customer))
            return new CustomerResult(CustomerAction.Erase, CustomerOutcome.HasPatrols, customer);
        if (customer.DeletedAt is null && await DeleteAsync(customer) is { } failure)
        {
            var outcome = failure.Kind == AuraErrorKind.OutcomeUnknown ? CustomerOutcome.Unknown : CustomerOutcome.Refused;
            if (outcome == CustomerOutcome.Unknown)
                await rows.AuditAsync(by, CustomerAudit.Unanswered, customer, nameof(CustomerAction.Erase));
            return new CustomerResult(CustomerAction.Erase, outcome, customer, failure);
        }
        var erased = await EraseHereAsync(customer.Id, by);
        await SweepAsync();
        feed.Publish();
        Log.Erased(logger, customer.Id, by.Id);
        return new CustomerResult(CustomerAction.Erase, CustomerOutcome.Done, erased);
    }

    /// <summary>Nobody could tell any more whose patrol it is, nor where guards still go.</summary>
    private async Task<bool> HasPatrolsAsync(Customer customer)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await CustomerPatrols.AreComingAsync(db, customer.AuraId, time.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>Null once AURA has no such customer in service.</summary>
    private async Task<AuraApiException?> DeleteAsync(Customer customer)
    {
        try
        {
            await aura.DeleteAsync(customer.AuraId);
            upstream.Answered();
            return null;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return failure.Kind == AuraErrorKind.NotFound || (failure.Kind == AuraErrorKind.OutcomeUnknown && await IsGoneAsync(customer)) ? null : failure;
        }
    }

    private async Task<bool> IsGoneAsync(Customer customer)
    {
        try
        {
            return (await aura.GetAsync(customer.AuraId)).Deleted;
        }
        catch (AuraApiException failure)
        {
            return failure.Kind == AuraErrorKind.NotFound;
        }
    }

    private Task<Customer> EraseHereAsync(int id, Operator by) => writer.WriteAsync(async session =>
    {
        // what is overwritten is zeroed in the file, too, and not left in its free space
        await session.Db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON;");
        var customer = await session.Db.Customers.FirstAsync(one => one.Id == id);
        var traces = new ErasedNames(customer);
        var callouts = await CustomerTracesHere.CalloutsAsync(session, customer, traces);
        var deliveries = await CustomerTracesHere.DeliveriesAsync(session.Db, customer, [.. callouts.Select(static callout => callout.AuraId)], traces);
        var patrols = await CustomerTracesHere.PatrolsAsync(session.Db, customer, traces);
        var drafts = await CustomerTracesHere.DraftsAsync(session.Db, traces);
        Blank(customer);
        (customer.ErasedAt, customer.DeletedAt, customer.Version) = (session.Now, customer.DeletedAt ?? session.Now, Guid.NewGuid());
        await audit.AddAsync(
            session.Db, by,
            new AuditNote(
                CustomerAudit.Erased, CustomerAudit.Subject(id),
                FormattableString.Invariant($"AURA's id {customer.AuraId}\ncallouts {callouts.Count}\ndeliveries {deliveries}\ndrafts {drafts}\npatrols {patrols}")),
            CancellationToken.None);
        return customer;
    }, CancellationToken.None);

    private static void Blank(Customer customer)
    {
        (customer.Name, customer.Surname, customer.Mobile, customer.Reference, customer.Email) = (null, null, null, null, null);
        (customer.VehicleMake, customer.VehicleModel, customer.VehicleColour, customer.VehicleLicensePlate) = (null, null, null, null);
    }

    /// <summary>The journal beside the file still holds older pages; a reader in between leaves it to the next checkpoint.</summary>
    private async Task SweepAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Customer {CustomerId} was erased by user {UserId}")]
        public static partial void Erased(ILogger logger, int customerId, string userId);
    }
}
