using AuraConsole.Integration.Api;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound.Sending;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Customers;

/// <summary>Raises callouts for customers, by the journal that the sites' go through: on disk before they leave, never sent twice.</summary>
public sealed class CustomerRaises(ICalloutsApi callouts, CommandRuns runs, CommandSender sender, IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>
    /// Returns when the outcome is settled, or when the answer was lost and AURA is being looked at. A cancelled token ends only the
    /// waiting.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">Customers are beyond the scope; nothing was recorded.</exception>
    /// <exception cref="ArgumentException">The request is not in order; nothing was recorded.</exception>
    public async Task<CommandView> RaiseAsync(RaiseCustomerRequest request, Operator by, Scope scope, CancellationToken cancellationToken)
    {
        if (!scope.Covers(null))
            throw new UnauthorizedAccessException("Customers are beyond this user's scope.");
        RequestChecks.Id(request.CommandId);
        if (!Places.IsPlace(request.Latitude, request.Longitude) || request.Accuracy is < 0 or > Places.MostAccuracy or double.NaN)
            throw new ArgumentException("That is no place on Earth.", nameof(request));
        var raise = new OutgoingCustomerRaise(callouts, by, request with
        {
            IncidentNumber = RequestChecks.Optional(request.IncidentNumber, Callout.IncidentNumberLength, nameof(request.IncidentNumber)),
            InsistReason = RequestChecks.Optional(request.InsistReason, Command.ReasonLength, nameof(request.InsistReason)),
        }, await AuraIdAsync(request.CustomerId, cancellationToken));
        return await runs.RunAsync(request.CommandId, stopping => sender.SendAsync(raise, stopping)).WaitAsync(cancellationToken);
    }

    private async Task<long> AuraIdAsync(int customerId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Customers.Where(one => one.Id == customerId).Select(static one => (long?)one.AuraId).FirstOrDefaultAsync(cancellationToken)
            ?? throw new ArgumentException("The customer is not known here.", nameof(customerId));
    }
}
