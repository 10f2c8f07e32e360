using AuraConsole.Integration.Api;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Finds out whether a cancellation whose answer was lost arrived: the callout at AURA shows it.</summary>
public sealed class CancelSettling(ICalloutsApi callouts, CommandJournal journal, UpstreamStatus upstream, IOptions<OutboundOptions> options)
{
    /// <exception cref="Integration.Http.AuraApiException">AURA could not be looked at.</exception>
    public async Task LookAsync(Guid commandId, long calloutId, CancellationToken cancellationToken)
    {
        var told = await callouts.GetAsync(calloutId, cancellationToken);
        upstream.GoodPoll();
        await journal.ChangeAsync(commandId, async (session, command) =>
        {
            command.FirstLookAt ??= session.Now;
            var callout = await CalloutApply.ReadingAsync(session, told);
            if (callout.Stage is CalloutStage.StoodDown or CalloutStage.Closed)
                Settle(session, command, callout, CommandState.Confirmed, null, EntryKind.CancelFound);
            else if (session.Now - command.SentAt >= options.Value.SettleWindow)
                Settle(session, command, callout, CommandState.NotSent, CommandNote.NothingAtAura, EntryKind.CancelNotSent);
        }, cancellationToken);
    }

    private static void Settle(CalloutSession session, Command command, Callout callout, CommandState state, CommandNote? note, EntryKind kind)
    {
        (command.State, command.Note) = (state, note);
        session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Console, Kind = kind, By = command.AskedByName, CommandId = command.Id });
    }
}
