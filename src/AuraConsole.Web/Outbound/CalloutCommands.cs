using AuraConsole.Integration.Api;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Sending;
using AuraConsole.Web.Webhooks;

namespace AuraConsole.Web.Outbound;

/// <summary>Raises and cancels callouts at AURA. A command is on disk before it leaves and is never sent twice.</summary>
public sealed class CalloutCommands(
    ICalloutsApi callouts, CommandRuns runs, CommandSender sender, CommandJournal journal, Scopes scopes, ReadRequests reads)
{
    /// <summary>Longest note to <see cref="PutAwayAsync"/>: with the person's name it has to find room beside the command's own reason.</summary>
    public const int NoteLength = 300;

    /// <summary>
    /// Raises a callout; returns when the outcome is settled, or when the answer was lost and AURA is being looked at. A cancelled
    /// token ends only the waiting.
    /// </summary>
    /// <exception cref="ArgumentException">The request is not in order; nothing was recorded.</exception>
    public Task<CommandView> RaiseAsync(RaiseRequest request, Operator by, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RequestChecks.Id(request.CommandId);
        var raise = new OutgoingRaise(callouts, by, request with
        {
            IncidentNumber = RequestChecks.Optional(request.IncidentNumber, Callout.IncidentNumberLength, nameof(request.IncidentNumber)),
            InsistReason = request.InsistReason is null
                ? null
                : RequestChecks.Required(request.InsistReason, Command.ReasonLength, nameof(request.InsistReason)),
        });
        return runs.RunAsync(request.CommandId, stopping => sender.SendAsync(raise, stopping)).WaitAsync(cancellationToken);
    }

    /// <summary>Cancels a callout; the stage moves only when AURA says so. A cancelled token ends only the waiting.</summary>
    /// <exception cref="ArgumentException">The request is not in order, or the callout is unknown here; nothing was recorded.</exception>
    public Task<CommandView> CancelAsync(CancelRequest request, Operator by, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RequestChecks.Id(request.CommandId);
        var reason = RequestChecks.Required(request.Reason, Command.ReasonLength, nameof(request.Reason));
        var cancel = new OutgoingCancel(callouts, by, request with
        {
            Reason = reason,
            StepsReason = RequestChecks.Optional(request.StepsReason, Command.ReasonLength, nameof(request.StepsReason)),
        });
        return runs.RunAsync(request.CommandId, async stopping =>
        {
            var view = await sender.SendAsync(cancel, stopping);
            if (view.State == CommandState.Confirmed)
                reads.Ask(request.CalloutId);
            return view;
        }).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// A person asked AURA by telephone: the command did not go out. Only for a command that needs a person; any other is answered as
    /// it stands (for example found at AURA in the meantime), so look at the answer's note.
    /// </summary>
    /// <exception cref="ArgumentException">The note is blank or too long, or there is no such command.</exception>
    public Task<CommandView> PutAwayAsync(Guid commandId, string note, Operator by, CancellationToken cancellationToken)
    {
        var text = RequestChecks.Required(note, NoteLength, nameof(note));
        return journal.ChangeAsync(commandId, by, scopes.Of(by), async (session, command) =>
        {
            if (command.State != CommandState.Unknown || !command.NeedsPerson)
                return;
            command.State = CommandState.NotSent;
            command.Note = CommandNote.SettledByPerson;
            command.Reason = RequestChecks.Extend(command.Reason, $"{by.Name}: {text}", Command.ReasonLength);
            if (command.CalloutAuraId is { } calloutId && await session.FindAsync(calloutId) is { } callout)
                session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.CancelNotSent, By = by.Name, Detail = text, CommandId = command.Id });
        }, cancellationToken);
    }
}
