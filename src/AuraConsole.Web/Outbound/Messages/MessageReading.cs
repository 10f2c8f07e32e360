using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound.Messages;

/// <summary>Reads a callout's exchange with AURA: new words become entries, and messages of ours without an answer are settled.</summary>
public sealed partial class MessageReading(
    ICalloutEventsApi events, IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, UpstreamStatus upstream,
    IOptions<OutboundOptions> options, TimeProvider time, ILogger<MessageReading> logger)
{
    /// <summary>Most of one reading; older ones are AURA's to keep.</summary>
    private const int Most = 500;

    /// <summary>Never throws but for cancellation.</summary>
    public async Task ReadAsync(long calloutId, CancellationToken cancellationToken)
    {
        try
        {
            var at = time.GetUtcNow();
            var told = await events.ListAsync(calloutId, cancellationToken);
            upstream.Answered();
            List<CalloutEvent> spoken = [.. told.Where(MessageRules.IsSpoken).TakeLast(Most)];
            if (await HasNewsAsync(calloutId, spoken, cancellationToken))
                await writer.WriteAsync(session => TakeInAsync(session, calloutId, spoken, at), cancellationToken);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotRead(logger, calloutId, failure.Kind, failure.CorrelationId);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotTakenIn(logger, failure, calloutId);
        }
    }

    /// <summary>Most readings bring nothing: those do not wait for the right to write.</summary>
    private async Task<bool> HasNewsAsync(long calloutId, List<CalloutEvent> spoken, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.Entries.Where(e => db.Callouts.Any(c => c.Id == e.CalloutId && c.AuraId == calloutId));
        var known = await entries.Where(e => e.AuraEventId != null).Select(e => e.AuraEventId!.Value).ToHashSetAsync(cancellationToken);
        return spoken.Exists(told => !known.Contains(told.Id)) || await entries.AnyAsync(e => e.Sending == SendState.Unknown, cancellationToken);
    }

    private async Task TakeInAsync(CalloutSession session, long calloutId, List<CalloutEvent> spoken, DateTimeOffset at)
    {
        if (await session.FindAsync(calloutId) is not { } callout)
            return;
        var messages = await session.Db.Entries
            .Where(e => e.CalloutId == callout.Id && (e.AuraEventId != null || e.Sending == SendState.Sending || e.Sending == SendState.Unknown))
            .ToListAsync(session.CancellationToken);
        var known = messages.Where(e => e.AuraEventId is not null).Select(e => e.AuraEventId!.Value).ToHashSet();
        foreach (var told in spoken.Where(told => known.Add(told.Id)))
        {
            if (MessageRules.Ours(messages, told) is { } ours)
            {
                (ours.AuraEventId, ours.Sending, ours.Remark) = (told.Id, SendState.Sent, null);
                session.Touch(callout);
            }
            else
            {
                Hear(session, callout, told);
            }
        }
        foreach (var lost in messages.Where(e => e.Sending == SendState.Unknown && at - e.At >= options.Value.SettleWindow))
        {
            lost.Sending = SendState.Failed;
            session.Touch(callout);
        }
    }

    private static void Hear(CalloutSession session, Callout callout, CalloutEvent told)
    {
        var entry = new Entry
        {
            At = told.CreatedAt is { } at && at < session.Now ? at : session.Now,
            Source = EntrySource.Poll,
            Kind = EntryKind.MessageReceived,
            By = MessageRules.Speaker(told),
            Detail = MessageRules.Kept(told.Text),
            AuraEventId = told.Id,
        };
        // the event that announced the words came after them, and says less than they do
        if (callout is { LastEntryKind: EntryKind.EventReceived, LastEntryDetail: { } name } && AuraEventNames.KindOf(name) == AuraEventKind.EventsChanged)
            callout.LastEntryAt = entry.At;
        session.Note(callout, entry);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The messages of callout {CalloutId} could not be read: {Kind}, correlation {Correlation}")]
        public static partial void NotRead(ILogger logger, long calloutId, AuraErrorKind kind, string correlation);

        [LoggerMessage(2, LogLevel.Error, "The messages of callout {CalloutId} could not be taken in; the next reading tries again")]
        public static partial void NotTakenIn(ILogger logger, Exception failure, long calloutId);
    }
}
