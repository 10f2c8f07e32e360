using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Closing;

/// <summary>Asks AURA once for a closed callout's report and map, whichever are missing, and writes down what came of it.</summary>
public sealed partial class ClosureReading(IAfterClosureApi api, CalloutWriter writer, UpstreamStatus upstream, ILogger<ClosureReading> logger)
{
    /// <summary>While AURA is away nothing is learnt: that counts as no attempt.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(1);

    public async Task ReadAsync(long calloutId, Closure known, CancellationToken cancellationToken)
    {
        var report = known.ReportAt is null ? await AskAsync(calloutId, () => api.ReportAsync(calloutId, cancellationToken)) : default;
        var map = known.MapAt is null ? await AskAsync(calloutId, () => api.MapAsync(calloutId, cancellationToken)) : default;
        await writer.WriteAsync(async session =>
        {
            var closure = await session.Db.Closures.SingleAsync(c => c.CalloutId == known.CalloutId, session.CancellationToken);
            if (report.Answer is { } told && closure.ReportAt is null && await session.FindAsync(calloutId) is { } reported)
            {
                ClosureRules.Keep(closure, told, session.Now);
                reported.Outcome = string.IsNullOrWhiteSpace(closure.Outcome) ? reported.Outcome : closure.Outcome;
                session.Note(reported, new Entry { At = session.Now, Source = EntrySource.Poll, Kind = EntryKind.ReportRead, Detail = closure.Outcome });
            }
            if (map.Answer is { } drawn && closure.MapAt is null)
                ClosureRules.Keep(closure, drawn, session.Now);
            Plan(closure, session.Now, report.IsAway || map.IsAway);
            if ((report.Answer is not null || map.Answer is not null || closure.NextAttemptAt is null) && await session.FindAsync(calloutId) is { } callout)
                session.Touch(callout);
        }, cancellationToken);
    }

    private static void Plan(Closure closure, DateTimeOffset now, bool isAway)
    {
        if (closure.IsComplete)
            closure.NextAttemptAt = null;
        else if (isAway)
            closure.NextAttemptAt = now + Away;
        else
            closure.NextAttemptAt = now + ClosureRules.PauseAfter(++closure.Attempts);
    }

    private async Task<(T? Answer, bool IsAway)> AskAsync<T>(long calloutId, Func<Task<T>> ask)
        where T : class
    {
        try
        {
            var answer = await ask();
            upstream.Answered();
            return (answer, false);
        }
        catch (AuraApiException failure)
        {
            // a 404 may mean "not yet" as well: the callout is closed, so it is asked again for a while
            var isNotYet = AfterClosure.IsNotYet(failure) || failure.Kind == AuraErrorKind.NotFound;
            if (!isNotYet)
                upstream.Failed(failure);
            Log.NotThere(logger, calloutId, failure.Kind, failure.CorrelationId);
            return (null, failure.Kind is AuraErrorKind.Unavailable or AuraErrorKind.RateLimited or AuraErrorKind.Unauthorised);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "AURA gave no report or map of callout {CalloutId} yet: {Kind}, correlation {Correlation}")]
        public static partial void NotThere(ILogger logger, long calloutId, AuraErrorKind kind, string correlation);
    }
}
