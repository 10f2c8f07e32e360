using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Looks at AURA's active callouts.</summary>
public sealed partial class ActiveLooks(
    ICalloutsApi callouts, IDbContextFactory<ConsoleDbContext> contexts, UpstreamStatus upstream, TimeProvider time, ILogger<ActiveLooks> logger)
{
    private const int MostReadings = 10;

    /// <summary>Null when AURA did not answer; nothing is concluded from that.</summary>
    public async Task<ActiveLook?> LookAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        try
        {
            var listed = await callouts.ListActiveAsync(cancellationToken);
            upstream.GoodPoll();
            var whole = await WithSitesAsync(listed, cancellationToken);
            return new ActiveLook(at, [.. whole.OrderBy(callout => callout.Id)]);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotSeen(logger, failure.Kind, failure.CorrelationId);
            return null;
        }
    }

    /// <summary>The same for one customer: AURA lists a customer's active callouts by themselves, so all of them are that customer's.</summary>
    public async Task<ActiveLook?> LookAsync(long customerAuraId, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        try
        {
            var listed = await callouts.ListActiveForCustomerAsync(customerAuraId, cancellationToken);
            upstream.GoodPoll();
            return new ActiveLook(at, [.. listed.Select(told => told with { CustomerId = told.CustomerId ?? customerAuraId }).OrderBy(told => told.Id)]);
        }
        catch (AuraApiException failure) when (failure.Kind == AuraErrorKind.NotFound)
        {
            // that address is our reading of AURA's pages; the list of all of them is documented
            return await LookAsync(cancellationToken);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotSeen(logger, failure.Kind, failure.CorrelationId);
            return null;
        }
    }

    /// <summary>AURA does not document what its list tells; callouts that name no site there are read one by one.</summary>
    private async Task<IEnumerable<AuraCallout>> WithSitesAsync(IReadOnlyList<AuraCallout> listed, CancellationToken cancellationToken)
    {
        var nameless = listed.Where(told => told.SiteId is null && RaiseRules.ReferenceIn(told) is null).Select(told => told.Id).ToList();
        if (nameless.Count == 0)
            return listed;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var placed = await db.Callouts.Where(c => nameless.Contains(c.AuraId) && (c.SiteId != null || c.SiteAuraId != null))
            .Select(c => c.AuraId).ToListAsync(cancellationToken);
        var read = new Dictionary<long, AuraCallout>();
        // the youngest first: an old one is not what is looked for
        foreach (var id in nameless.Except(placed).OrderDescending().Take(MostReadings))
            read[id] = await callouts.GetAsync(id, cancellationToken);
        return listed.Select(told => read.GetValueOrDefault(told.Id, told));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "AURA could not be looked at for commands without an answer: {Kind}, correlation {Correlation}")]
        public static partial void NotSeen(ILogger logger, AuraErrorKind kind, string correlation);
    }
}
