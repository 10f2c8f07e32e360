using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound.Sending;

/// <summary>A cancellation: AURA's yes is an entry; the stage waits until AURA shows it.</summary>
internal sealed class OutgoingCancel(ICalloutsApi callouts, Operator by, CancelRequest request) : OutgoingCommand<AuraCallout?>
{
    public override Guid Id => request.CommandId;

    public override CommandKind Kind => CommandKind.Cancel;

    public override long QueueFor => request.CalloutId;

    public override async Task<Command> RecordAsync(CalloutSession session)
    {
        var callout = await session.FindAsync(request.CalloutId)
            ?? throw new ArgumentException($"There is no callout {request.CalloutId} here.", nameof(session));
        Note(session, callout, EntryKind.CancelAsked, request.Reason);
        return new Command
        {
            Id = Id,
            Kind = Kind,
            SiteId = callout.SiteId,
            CalloutAuraId = callout.AuraId,
            AskedById = by.Id,
            AskedByName = by.Name,
            Reason = request.Reason,
        };
    }

    public override async Task PrepareAsync(CalloutSession session, Command command)
    {
        if (await session.FindAsync(request.CalloutId) is { IsActive: true })
        {
            command.State = CommandState.Sending;
            command.SentAt = session.Now;
            return;
        }
        (command.State, command.Note) = (CommandState.NotSent, CommandNote.AlreadyClosed);
    }

    public override Task<AuraCallout?> AskAsync(CancellationToken cancellationToken) => callouts.CancelAsync(request.CalloutId, cancellationToken);

    public override async Task AnsweredAsync(CalloutSession session, Command command, AuraCallout? answer)
    {
        command.State = CommandState.Confirmed;
        if (await session.FindAsync(request.CalloutId) is { } callout)
            Note(session, callout, EntryKind.CancelConfirmed, null);
    }

    public override async Task FailedAsync(CalloutSession session, Command command, AuraApiException? failure)
    {
        if (await session.FindAsync(request.CalloutId) is not { } callout)
            return;
        var kind = command.State switch
        {
            CommandState.Rejected => EntryKind.CancelRejected,
            CommandState.NotSent => EntryKind.CancelNotSent,
            _ => EntryKind.CancelAnswerLost,
        };
        Note(session, callout, kind, failure?.AuraMessage);
    }

    private void Note(CalloutSession session, Callout callout, EntryKind kind, string? detail) => session.Note(callout, new Entry
    {
        At = session.Now,
        Source = kind == EntryKind.CancelAsked ? EntrySource.Operator : EntrySource.Console,
        Kind = kind,
        By = by.Name,
        Detail = detail,
        CommandId = Id,
    });
}
