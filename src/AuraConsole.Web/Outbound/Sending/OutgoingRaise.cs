using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Sending;

/// <summary>A raise for a site: joins a response that is under way instead of asking for a second one, unless a person insists.</summary>
internal sealed class OutgoingRaise(ICalloutsApi callouts, Operator by, RaiseRequest request) : OutgoingCommand<RaisedCallout>
{
    private string _reference = "";

    public override Guid Id => request.CommandId;

    public override CommandKind Kind => CommandKind.Raise;

    public override long QueueFor => request.SiteId;

    public override async Task<Command> RecordAsync(CalloutSession session) => new()
    {
        Id = Id,
        Kind = Kind,
        Site = await session.Db.Sites.FirstOrDefaultAsync(s => s.Id == request.SiteId, session.CancellationToken),
        AskedById = by.Id,
        AskedByName = by.Name,
        Reason = request.InsistReason,
        Insisted = request.InsistReason is not null,
        IncidentNumber = request.IncidentNumber,
        ResponseTypeId = request.ResponseTypeId,
        ClassificationId = request.ClassificationId,
        InternalTest = request.InternalTest,
    };

    public override async Task PrepareAsync(CalloutSession session, Command command)
    {
        if (command.Site is not { DeletedAt: null } site)
            NotSent(command, CommandNote.SiteDeleted);
        else if (!command.Insisted && await OtherUnsettledAsync(session, site))
            NotSent(command, CommandNote.OtherRaiseUnsettled);
        else if (!command.Insisted && await UnderWayAsync(session, site) is { } active)
            RaiseOutcome.Join(session, command, active, CommandNote.ActiveCalloutHere);
        else
        {
            _reference = site.Reference;
            command.State = CommandState.Sending;
            command.SentAt = session.Now;
        }
    }

    public override Task<RaisedCallout> AskAsync(CancellationToken cancellationToken) => callouts.RaiseForSiteAsync(
        _reference,
        new RaiseForSite { ResponseTypeId = request.ResponseTypeId, ClassificationId = request.ClassificationId, InternalTest = request.InternalTest },
        cancellationToken);

    public override async Task AnsweredAsync(CalloutSession session, Command command, RaisedCallout answer)
    {
        command.AuraMessage = Text.Cut(answer.Message, Command.MessageLength);
        if (IsOfOtherSite(command.Site, answer))
            await RaiseOutcome.JoinAsync(session, command, answer.Callout, CommandNote.OtherSite);
        else if (RaiseOutcome.Existed(command, answer.Callout, await session.FindAsync(answer.Callout.Id)))
            await RaiseOutcome.JoinAsync(session, command, answer.Callout, CommandNote.ExistingAtAura);
        else
            await RaiseOutcome.ConfirmAsync(session, command, answer.Callout, EntryKind.RaiseConfirmed);
    }

    // AURA keeps one active callout per customer; sites that share a customer may get each other's (docs, C21)
    private static bool IsOfOtherSite(Site? site, RaisedCallout answer) =>
        (answer.Callout.SiteId is { } siteId && siteId != site?.AuraId)
        || (answer.Reference is { Length: > 0 } reference && !string.Equals(reference, site?.Reference, StringComparison.Ordinal));

    private static void NotSent(Command command, CommandNote why) => (command.State, command.Note) = (CommandState.NotSent, why);

    private Task<bool> OtherUnsettledAsync(CalloutSession session, Site site) => session.Db.Commands.AnyAsync(
        c => c.Kind == CommandKind.Raise && c.SiteId == site.Id && c.Id != Id && (c.State == CommandState.Sending || c.State == CommandState.Unknown),
        session.CancellationToken);

    /// <summary>
    /// A response that serves this alarm, too. One that is completed or stood down does not, nor one AURA no longer lists, and a test
    /// never stands in for the real thing.
    /// </summary>
    private async Task<Callout?> UnderWayAsync(CalloutSession session, Site site)
    {
        var active = await session.Db.Callouts
            .Where(c => (c.SiteId == site.Id || c.SiteAuraId == site.AuraId) && c.MissingSince == null
                && (c.Stage == CalloutStage.Created || c.Stage == CalloutStage.Dispatched || c.Stage == CalloutStage.OnScene))
            .OrderByDescending(c => c.FirstSeenAt).ToListAsync(session.CancellationToken);
        return active.FirstOrDefault(c => !c.IsTest || request.InternalTest == true);
    }
}
