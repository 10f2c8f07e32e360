using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Reconciliation;

/// <summary>What a reading found.</summary>
public enum ReadingResult
{
    Read,

    /// <summary>404: AURA does not know the callout, or not under our credentials.</summary>
    UnknownToAura,

    /// <summary>No usable answer; nothing is concluded from it.</summary>
    Failed,
}

/// <summary>Reads one callout from AURA and applies what it says.</summary>
public sealed partial class CalloutReading(
    ICalloutsApi callouts, CalloutWriter writer, UpstreamStatus upstream, ConsoleMeters meters, ILogger<CalloutReading> logger)
{
    /// <summary>Never throws but for cancellation: one callout that cannot be read or applied holds up no other.</summary>
    public async Task<ReadingResult> ReadAsync(long calloutId, CancellationToken cancellationToken)
    {
        try
        {
            var told = await callouts.GetAsync(calloutId, cancellationToken);
            upstream.GoodPoll();
            meters.Poll("good");
            var isNews = await writer.WriteAsync(async session =>
            {
                await CalloutApply.ReadingAsync(session, told);
                return session.Noted.Any(static line => line.Entry is { Source: EntrySource.Poll, Kind: EntryKind.StageReached });
            }, cancellationToken);
            if (isNews)
                upstream.LearnedByPolling();
            return ReadingResult.Read;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            meters.Poll(failure.Kind.ToString());
            Log.NotRead(logger, calloutId, failure.Kind, failure.CorrelationId);
            return failure.Kind == AuraErrorKind.NotFound ? ReadingResult.UnknownToAura : ReadingResult.Failed;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotApplied(logger, failure, calloutId);
            return ReadingResult.Failed;
        }
    }

    /// <summary>Flags a callout that AURA neither lists nor calls closed; a person decides what becomes of it.</summary>
    public Task FlagMissingAsync(long calloutId, CancellationToken cancellationToken) =>
        ChangeAsync(calloutId, CalloutApply.Missing, cancellationToken);

    private Task ChangeAsync(long calloutId, Action<CalloutSession, Callout> change, CancellationToken cancellationToken) =>
        writer.WriteAsync(async session =>
        {
            if (await session.FindAsync(calloutId) is { } callout)
                change(session, callout);
        }, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Callout {CalloutId} could not be read: {Kind}, correlation {Correlation}")]
        public static partial void NotRead(ILogger logger, long calloutId, AuraErrorKind kind, string correlation);

        [LoggerMessage(2, LogLevel.Error, "What AURA said of callout {CalloutId} could not be applied; the next poll tries again")]
        public static partial void NotApplied(ILogger logger, Exception failure, long calloutId);
    }
}
