using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Sending;

/// <summary>A raise on its way to AURA.</summary>
internal sealed class OutgoingRaise(ICalloutsApi callouts, Operator by, RaiseRequest request) : OutgoingCommand<RaisedCallout>
{
    private string _reference = "";

    public override Guid Id => request.CommandId;

    public override CommandKind Kind => CommandKind.Raise;

    public override long QueueFor => request.SiteId;

    public override async Task<Command> RecordAsync(CalloutSession session)
    {
        var site = await session.Db.Sites.FirstOrDefaultAsync(s => s.Id == request.SiteId, session.CancellationToken);
        return new Command
        {
            Id = request.CommandId,
            Kind = CommandKind.Raise,
            SiteId = site?.Id,
            Site = site,
            AskedById = by.Id,
            AskedByName = Text.Cut(by.Name, Command.NameLength)!,
            Reason = request.InsistReason,
            Insisted = request.InsistReason is not null,
            IncidentNumber = request.IncidentNumber,
            ResponseTypeId = request.ResponseTypeId,
            ClassificationId = request.ClassificationId,
            InternalTest = request.InternalTest,
        };
    }

    public override async Task PrepareAsync(CalloutSession session, Command command)
    {
        if (command.Site is not { DeletedAt: null } site)
            NotSent(command, CommandNote.SiteDeleted);
        else if (!command.Insisted && await RaiseOutcome.OtherRaiseAsync(session, command, CommandState.Sending, CommandState.Unknown))
            NotSent(command, CommandNote.OtherRaiseUnsettled);
        else if (!command.Insisted && await RaiseOutcome.UnderWayAsync(session, command, site) is { } active)
            await RaiseOutcome.JoinAsync(session, command, active, CommandNote.ActiveCalloutHere);
        else
            (command.State, command.SentAt, _reference) = (CommandState.Sending, session.Now, site.Reference);
    }

    public override Task<RaisedCallout> AskAsync(CancellationToken cancellationToken)
    {
        var chosen = new RaiseForSite
        {
            ResponseTypeId = request.ResponseTypeId,
            ClassificationId = request.ClassificationId,
            InternalTest = request.InternalTest,
        };
        return callouts.RaiseForSiteAsync(_reference, chosen, cancellationToken);
    }

    public override async Task AnsweredAsync(CalloutSession session, Command command, RaisedCallout answer)
    {
        command.AuraMessage = Text.Cut(answer.Message, Command.MessageLength);
        var known = await session.FindAsync(answer.Callout.Id);
        CommandNote? other = RaiseRules.IsOtherSite(command.Site!, answer.Callout, answer.Reference) ? CommandNote.OtherSite
            : RaiseRules.IsOlder(command, known, answer.Callout) ? CommandNote.ExistingAtAura
            : null;
        var callout = await CalloutApply.ReadingAsync(session, answer.Callout, raisedBy: other is null ? command.Id : null);
        CalloutApply.Listed(session, callout, answer.Callout);
        if (other is { } note)
            await RaiseOutcome.JoinAsync(session, command, callout, note);
        else
            await RaiseOutcome.ConfirmAsync(session, command, callout, EntryKind.RaiseConfirmed);
    }

    private static void NotSent(Command command, CommandNote why) => (command.State, command.Note) = (CommandState.NotSent, why);
}
