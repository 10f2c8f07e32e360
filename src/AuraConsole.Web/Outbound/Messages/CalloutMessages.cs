using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Messages;

/// <summary>Sends messages to AURA. Each is on disk before it leaves and leaves once; one without an answer is settled by reading.</summary>
public sealed partial class CalloutMessages(
    ICalloutEventsApi events, CalloutWriter writer, MessageRequests requests, UpstreamStatus upstream, ILogger<CalloutMessages> logger)
{
    /// <summary>Longest message. AURA publishes no limit (create-callout-event); longer ones are refused here rather than cut short.</summary>
    public const int TextLength = Entry.DetailLength;

    /// <summary>Sends a message; closing the browser does not stop it. Null when AURA takes no messages on this callout any more.</summary>
    /// <param name="calloutId">AURA's callout id.</param>
    /// <param name="id">Made by the form: the same form sent twice is one message.</param>
    /// <param name="text">The words, sent as they are.</param>
    /// <param name="by">Who says it; kept here, AURA is not told.</param>
    /// <exception cref="ArgumentException">The message is blank or too long; nothing was recorded.</exception>
    public async Task<SendState?> SendAsync(long calloutId, Guid id, string text, Operator by)
    {
        RequestChecks.Id(id);
        var words = RequestChecks.Required(text, TextLength, nameof(text));
        if (await RecordAsync(calloutId, id, words, by) is not { } recorded)
            return null;
        return recorded == SendState.Waiting ? await Task.Run(() => AskAsync(calloutId, id, words)) : recorded;
    }

    /// <summary>Null: not allowed; Waiting: recorded just now and to be sent; anything else: how the same message stands already.</summary>
    private Task<SendState?> RecordAsync(long calloutId, Guid id, string words, Operator by) => writer.WriteAsync<SendState?>(by, async session =>
    {
        if (await session.FindAsync(calloutId) is not { } callout)
            return null;
        if (await OwnAsync(session, id) is { } known)
            return known.Sending;
        if (!CalloutOperations.In(callout.Stage, CalloutOperation.SendEvent).Allowed)
            return null;
        session.Note(callout, new Entry
        {
            At = session.Now,
            Source = EntrySource.Operator,
            Kind = EntryKind.MessageSent,
            By = by.Name,
            Detail = words,
            CommandId = id,
            Sending = SendState.Sending,
        });
        return SendState.Waiting;
    }, CancellationToken.None);

    private async Task<SendState?> AskAsync(long calloutId, Guid id, string words)
    {
        try
        {
            var told = await events.SendAsync(calloutId, new NewCalloutEvent(words), CancellationToken.None);
            upstream.Answered();
            return await SettleAsync(calloutId, id, SendState.Sent, null, told.Id);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotSent(logger, calloutId, failure.Kind, failure.CorrelationId);
            var state = failure.Kind is AuraErrorKind.OutcomeUnknown or AuraErrorKind.Unexpected ? SendState.Unknown : SendState.Failed;
            return await SettleAsync(calloutId, id, state, failure.AuraMessage, null);
        }
        catch (Exception failure)
        {
            Log.AnswerLost(logger, failure, calloutId);
            return await SettleAsync(calloutId, id, SendState.Unknown, null, null);
        }
    }

    private async Task<SendState?> SettleAsync(long calloutId, Guid id, SendState state, string? remark, long? auraId)
    {
        var settled = await writer.WriteAsync(async session =>
        {
            // a reading may have found it before its answer came
            if (await OwnAsync(session, id) is not { Sending: SendState.Sending } entry || await session.FindAsync(calloutId) is not { } callout)
                return SendState.Sent;
            (entry.Sending, entry.AuraEventId, entry.Remark) = (state, auraId, Text.Cut(remark, Entry.RemarkLength));
            session.Touch(callout);
            return state;
        }, CancellationToken.None);
        if (settled == SendState.Unknown)
            requests.Ask(calloutId);
        return settled;
    }

    private static Task<Entry?> OwnAsync(CalloutSession session, Guid id) => session.Db.Entries
        .FirstOrDefaultAsync(e => e.CommandId == id && e.Kind == EntryKind.MessageSent, session.CancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message on callout {CalloutId} was not confirmed: {Kind}, correlation {Correlation}")]
        public static partial void NotSent(ILogger logger, long calloutId, AuraErrorKind kind, string correlation);

        [LoggerMessage(2, LogLevel.Error, "The answer to a message on callout {CalloutId} could not be taken in; AURA is being looked at")]
        public static partial void AnswerLost(ILogger logger, Exception failure, long calloutId);
    }
}
