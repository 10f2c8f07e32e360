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
