using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Live;
using AuraConsole.Web.Webhooks;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Reconciliation;

/// <summary>
/// Reads AURA's list of active callouts, at start and then regularly: callouts raised elsewhere appear, and ours that vanished from it
/// are read one by one.
/// </summary>
public sealed partial class ActiveListReader(
    ICalloutsApi callouts, Board board, CalloutWriter writer, CalloutReading reading, ReadRequests reads, UpstreamStatus upstream,
    IOptions<ReconciliationOptions> options, TimeProvider time, ILogger<ActiveListReader> logger) : BackgroundService
{
    /// <summary>A callout this young may be missing from a list that was made a moment before it.</summary>
    private static readonly TimeSpan TooYoung = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.Value.ActiveListInterval, time);
        do
        {
            // with an empty board this is the only question asked: after a failure, ask again soon
            tick.Period = await TryReadListAsync(stoppingToken) ? options.Value.ActiveListInterval : Sooner(options.Value);
        }
        while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    private static TimeSpan Sooner(ReconciliationOptions options) =>
        options.PollInterval < options.ActiveListInterval ? options.PollInterval : options.ActiveListInterval;

    private async Task<bool> TryReadListAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReadListAsync(stoppingToken);
            return true;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.ListNotRead(logger, failure.Kind, failure.CorrelationId);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.ListFailed(logger, failure);
        }
        return false;
    }

    private async Task ReadListAsync(CancellationToken stoppingToken)
    {
        var asked = time.GetUtcNow();
        var listed = await callouts.ListActiveAsync(stoppingToken);
        upstream.GoodPoll();
        foreach (var calloutId in await writer.WriteAsync(session => ApplyListAsync(session, listed), stoppingToken))
            reads.Ask(calloutId);

        var ids = listed.Select(callout => callout.Id).ToHashSet();
        foreach (var row in board.Now.Active.Values.Where(row => !ids.Contains(row.Id) && asked - row.FirstSeenAt > TooYoung))
            await LookForAsync(row.Id, stoppingToken);
    }

    /// <summary>Returns those seen for the first time: the list is flat, the nested view knows responder, address and category.</summary>
    private static async Task<List<long>> ApplyListAsync(CalloutSession session, IReadOnlyList<AuraCallout> listed)
    {
        var toRead = new List<long>();
        foreach (var told in listed)
        {
            var callout = await CalloutApply.ReadingAsync(session, told);
            CalloutApply.Listed(session, callout, told);
            if (callout.Version == 0)
                toRead.Add(told.Id);
        }
        return toRead;
    }

    /// <summary>Vanished from the list: closed, most likely; only AURA's own word makes it so.</summary>
    private async Task LookForAsync(long calloutId, CancellationToken stoppingToken)
    {
        var result = await reading.ReadAsync(calloutId, stoppingToken);
        if (result != ReadingResult.Failed && board.Now.Active.ContainsKey(calloutId))
            await reading.FlagMissingAsync(calloutId, stoppingToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "AURA's active callouts could not be read: {Kind}, correlation {Correlation}")]
        public static partial void ListNotRead(ILogger logger, AuraErrorKind kind, string correlation);

        [LoggerMessage(2, LogLevel.Error, "AURA's active callouts could not be applied; trying again at the next interval")]
        public static partial void ListFailed(ILogger logger, Exception failure);
    }
}
