using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Settles a cancel whose answer was lost, by reading its callout.</summary>
public sealed partial class CancelSettling(
    ICalloutsApi callouts, CommandJournal journal, UpstreamStatus upstream, IOptions<OutboundOptions> options, TimeProvider time,
    ILogger<CancelSettling> logger)
{
    /// <summary>True when AURA gave a usable answer.</summary>
    public async Task<bool> LookAsync(Guid id, long calloutId, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        try
        {
            var told = await callouts.GetAsync(calloutId, cancellationToken);
            upstream.GoodPoll();
            await journal.ChangeAsync(id, (session, cancel) => TakeInAsync(session, cancel, told, at), cancellationToken);
            return true;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotSeen(logger, calloutId, failure.Kind, failure.CorrelationId);
            if (failure.Kind != AuraErrorKind.NotFound)
                return false;
            await journal.ChangeAsync(id, Patience.AskPerson, cancellationToken);
            return true;
        }
    }

    private async Task TakeInAsync(CalloutSession session, Command cancel, AuraCallout told, DateTimeOffset at)
    {
        if (cancel.State != CommandState.Unknown)
            return;
        cancel.FirstLookAt ??= at;
        var callout = await CalloutApply.ReadingAsync(session, told);
        if (callout.Stage is CalloutStage.StoodDown or CalloutStage.Closed)
        {
            cancel.State = CommandState.Confirmed;
            await CancelEntries.NoteAsync(session, cancel, EntryKind.CancelFound, null);
        }
        else if (Patience.IsOver(cancel, at, options.Value.SettleWindow))
        {
            (cancel.State, cancel.Note) = (CommandState.NotSent, CommandNote.NothingAtAura);
            await CancelEntries.NoteAsync(session, cancel, EntryKind.CancelNotSent, null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Callout {CalloutId} could not be read for a cancel without an answer: {Kind}, correlation {Correlation}")]
        public static partial void NotSeen(ILogger logger, long calloutId, AuraErrorKind kind, string correlation);
    }
}
