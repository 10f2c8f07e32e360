using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Outbound.Sending;

/// <summary>A cancel on its way to AURA.</summary>
internal sealed class OutgoingCancel(ICalloutsApi callouts, Operator by, CancelRequest request) : OutgoingCommand<AuraCallout?>
{
    public override Guid Id => request.CommandId;

    public override Operator By => by;

    public override CommandKind Kind => CommandKind.Cancel;

    public override long QueueFor => request.CalloutId;

    public override async Task<Command> RecordAsync(CalloutSession session)
    {
        var callout = await session.FindAsync(request.CalloutId)
            ?? throw new ArgumentException("The callout is not known here.", nameof(session));
        return new Command
        {
            Id = request.CommandId,
            Kind = CommandKind.Cancel,
            SiteId = callout.SiteId,
            Site = callout.SiteId is { } siteId ? await session.Db.Sites.FindAsync([siteId], session.CancellationToken) : null,
            CalloutAuraId = request.CalloutId,
            AskedById = by.Id,
            AskedByName = Text.Cut(by.Name, Command.NameLength)!,
            Reason = request.Reason,
            AuraReasonId = request.AuraReasonId,
            ReasonState = request.AuraReasonId is null ? null : SendState.Waiting,
            WithSafeCode = request.SafeCode is not null,
        };
    }

    public override async Task PrepareAsync(CalloutSession session, Command command)
    {
        if (await session.FindAsync(request.CalloutId) is not { IsActive: true } callout)
        {
            (command.State, command.Note) = (CommandState.NotSent, CommandNote.AlreadyClosed);
            return;
        }
        if (!await OpenSteps.MayLeaveAsync(session, callout, request.StepsReason, by))
        {
            (command.State, command.Note) = (CommandState.NotSent, CommandNote.StepsOpen);
            return;
        }
        (command.State, command.SentAt) = (CommandState.Sending, session.Now);
        session.Note(callout, CancelEntries.Asked(command));
    }

    public override Task<AuraCallout?> AskAsync(CancellationToken cancellationToken) => request.SafeCode is { } code
        ? callouts.CancelAsync(request.CalloutId, code.Said, cancellationToken)
        : callouts.CancelAsync(request.CalloutId, cancellationToken);

    /// <summary>The stage moves only as far as AURA's answer says; it may still carry the old status.</summary>
    public override async Task AnsweredAsync(CalloutSession session, Command command, AuraCallout? answer)
    {
        command.State = CommandState.Confirmed;
        if (answer is not null)
            await CalloutApply.ReadingAsync(session, answer);
        await CancelEntries.NoteAsync(session, command, EntryKind.CancelConfirmed, null);
    }

    public override Task FailedAsync(CalloutSession session, Command command, AuraApiException? failure) =>
        CancelEntries.NoteAsync(session, command, KindOf(command.State), command.AuraMessage);

    private static EntryKind KindOf(CommandState state) => state switch
    {
        CommandState.Rejected => EntryKind.CancelRejected,
        CommandState.NotSent => EntryKind.CancelNotSent,
        _ => EntryKind.CancelAnswerLost,
    };
}
