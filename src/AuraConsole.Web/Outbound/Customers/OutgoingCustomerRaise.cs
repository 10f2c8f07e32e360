using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound.Sending;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Customers;

/// <summary>
/// A raise for a customer on its way to AURA. It is sent although a callout of the customer may be active here: AURA keeps one active
/// callout per customer and answers with it (source: callout lifecycle), and what we know may be behind.
/// </summary>
internal sealed class OutgoingCustomerRaise(ICalloutsApi callouts, Operator by, RaiseCustomerRequest request, long customerAuraId) : OutgoingCommand<RaisedCallout>
{
    public override Guid Id => request.CommandId;

    public override Operator By => by;

    public override CommandKind Kind => CommandKind.Raise;

    /// <summary>Below 0, where no site's id is.</summary>
    public override long QueueFor => -customerAuraId;

    public override Task<Command> RecordAsync(CalloutSession session) => Task.FromResult(new Command
    {
        Id = request.CommandId,
        Kind = CommandKind.Raise,
        CustomerAuraId = customerAuraId,
        Latitude = request.Latitude,
        Longitude = request.Longitude,
        Accuracy = request.Accuracy,
        AskedById = by.Id,
        AskedByName = Text.Cut(by.Name, Command.NameLength)!,
        Reason = request.InsistReason ?? (request.OutsideCoverage ? "Outside AURA's coverage, wanted all the same" : null),
        Insisted = request.InsistReason is not null,
        IncidentNumber = request.IncidentNumber,
        ResponseTypeId = request.ResponseTypeId,
        ClassificationId = request.ClassificationId,
        InternalTest = request.InternalTest,
    });

    public override async Task PrepareAsync(CalloutSession session, Command command)
    {
        if (!await session.Db.Customers.AnyAsync(one => one.AuraId == customerAuraId && one.DeletedAt == null, session.CancellationToken))
            (command.State, command.Note) = (CommandState.NotSent, CommandNote.CustomerGone);
        else if (!command.Insisted && await RaiseOutcome.OtherRaiseAsync(session, command, CommandState.Sending, CommandState.Unknown))
            (command.State, command.Note) = (CommandState.NotSent, CommandNote.OtherRaiseUnsettled);
        else
            (command.State, command.SentAt) = (CommandState.Sending, session.Now);
    }

    public override Task<RaisedCallout> AskAsync(CancellationToken cancellationToken) => callouts.RaiseForCustomerAsync(
        customerAuraId,
        new RaiseForCustomer
        {
            Position = new CalloutPosition(request.Latitude, request.Longitude, request.Accuracy),
            ResponseTypeId = request.ResponseTypeId,
            ClassificationId = request.ClassificationId,
            InternalTest = request.InternalTest,
        },
        cancellationToken);

    public override async Task AnsweredAsync(CalloutSession session, Command command, RaisedCallout answer)
    {
        command.AuraMessage = Text.Cut(answer.Message, Command.MessageLength);
        var told = answer.Callout;
        var known = await session.FindAsync(told.Id);
        CommandNote? other = told.CustomerId is { } id && id != customerAuraId ? CommandNote.OtherCustomer
            : RaiseRules.IsOlder(command, known, told) || JoinedCallout.JoinedExisting(told, command.SentAt ?? session.Now) == true ? CommandNote.ExistingAtAura
            : null;
        var callout = await CalloutApply.ReadingAsync(session, told, raisedBy: other is null ? command.Id : null);
        CalloutApply.Listed(session, callout, told);
        if (other is { } note)
            await RaiseOutcome.JoinAsync(session, command, callout, note);
        else
            await RaiseOutcome.ConfirmAsync(session, command, callout, EntryKind.RaiseConfirmed);
    }
}
