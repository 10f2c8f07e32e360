using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Customers;

/// <summary>Whether a customer has an active subscription: as AURA lists it now, else as it is known here.</summary>
public sealed class CustomerCover(
    ISubscriptionsApi aura, IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, CustomerFeed feed, UpstreamStatus upstream, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>False only on AURA's own word: when AURA does not answer in seconds, what is known here may be old and blocks nothing.</summary>
    public async Task<bool?> IsCoveredAsync(long customerAuraId, CancellationToken cancellationToken)
    {
        try
        {
            var listed = await aura.ListForCustomerAsync(customerAuraId, cancellationToken).WaitAsync(Patience, time, cancellationToken);
            upstream.Answered();
            await writer.WriteAsync(session => CustomerApply.SubscriptionsAsync(session.Db, customerAuraId, listed, session.Now, CancellationToken.None), cancellationToken);
            feed.Publish();
            return listed.Any(told => told.IsActiveAt(time.GetUtcNow()));
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
        }
        catch (TimeoutException)
        {
            // AURA is slow just now
        }
        return (await KnownAsync(customerAuraId, cancellationToken)).State.IsCovered() ? true : null;
    }

    /// <summary>As it is known here.</summary>
    public async Task<(SubscriptionState State, DateTimeOffset? Until)> KnownAsync(long customerAuraId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<CustomerSubscription> known = await db.CustomerSubscriptions.AsNoTracking().Where(one => one.CustomerAuraId == customerAuraId).ToListAsync(cancellationToken);
        return (SubscriptionStates.Of(known, now, TimeSpan.Zero), SubscriptionStates.Until(known, now));
    }
}
