using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>
/// Takes a recorded command through its life: Sending on disk, the one call, the answer. Whatever goes wrong after Sending leaves it
/// Unknown: AURA has no list to look at, so only a person can settle it.
/// </summary>
public sealed partial class PatrolSender(
    IScheduledServicesApi aura, PatrolJournal journal, PatrolRuns runs, UpstreamStatus upstream, IOptions<PatrolsOptions> options, ILogger<PatrolSender> logger)
{
    /// <summary>Not to be torn off by whoever asked: AURA's client limits the call in time.</summary>
    public Task<CommandState> SendAsync(Guid id) => runs.RunAsync(cutOff => SendAsync(id, cutOff));

    private async Task<CommandState> SendAsync(Guid id, CancellationToken cutOff)
    {
        var command = await journal.WriteAsync(turn => PrepareAsync(turn, id), CancellationToken.None);
        if (command.State != CommandState.Sending)
            return command.State;
        try
        {
            string? requestId = null, message = null;
            if (command.Kind == PatrolCommandKind.Schedule)
            {
                var told = await aura.CreateAsync(command.Patrol.ServiceType, PatrolWire.Of(command.Patrol), cutOff);
                (requestId, message) = (told.Id, told.Message);
            }
            else
            {
                await aura.CancelAsync(command.Patrol.AuraRequestId!, cutOff);
            }
            upstream.Answered();
            return await journal.WriteAsync(turn => DoneAsync(turn, id, requestId, message), CancellationToken.None);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return await FailAsync(id, failure);
        }
        catch (Exception failure)
        {
            Log.AnswerLost(logger, failure, id);
            return await FailAsync(id, null);
        }
    }

    private async Task<PatrolCommand> PrepareAsync(PatrolJournal.Turn turn, Guid id)
    {
        var command = await turn.CommandAsync(id);
        if (command.State != CommandState.Recorded)
            return command;
        var patrol = command.Patrol;
        if (runs.IsStopping)
            command.Note = PatrolNote.StoppedBefore;
        else if (command.Kind == PatrolCommandKind.Schedule && patrol.FirstStart < turn.Now + options.Value.Ahead)
            command.Note = PatrolNote.TooSoon;
        else if (command.Kind == PatrolCommandKind.Schedule && patrol.SiteId is not null && patrol.Site is not { DeletedAt: null })
            command.Note = PatrolNote.SiteDeleted;
        else if (command.Kind == PatrolCommandKind.Schedule && patrol.SiteId is null && await turn.CustomerAsync(patrol.CustomerAuraId) is null)
            command.Note = PatrolNote.CustomerDeleted;
        turn.Set(command, command.Note is null ? CommandState.Sending : CommandState.NotSent);
        command.SentAt = command.Note is null ? turn.Now : null;
        return command;
    }

    private static async Task<CommandState> DoneAsync(PatrolJournal.Turn turn, Guid id, string? requestId, string? message)
    {
        var command = await turn.CommandAsync(id);
        if (!command.IsOpen)
            return command.State;
        command.AuraMessage = Text.Cut(message, Command.MessageLength);
        turn.Set(command, CommandState.Confirmed);
        if (command.Kind == PatrolCommandKind.Schedule)
            command.Patrol.AuraRequestId = requestId;
        else
            await turn.CancelVisitsAsync(command.PatrolId);
        var kind = command.Kind == PatrolCommandKind.Schedule ? PatrolKinds.Scheduled : PatrolKinds.Cancelled;
        await turn.AuditAsync(By(command), kind, command.PatrolId, $"AURA's id: {command.Patrol.AuraRequestId}");
        return command.State;
    }

    private Task<CommandState> FailAsync(Guid id, AuraApiException? failure) => journal.WriteAsync(async turn =>
    {
        var command = await turn.CommandAsync(id);
        if (!command.IsOpen)
            return command.State;
        command.ErrorKind = failure?.Kind;
        command.AuraMessage = Text.Cut(failure?.AuraMessage ?? (failure?.Status is null ? failure?.InnerException?.Message : null), Command.MessageLength);
        turn.Set(command, StateAfter(command.Kind, failure?.Kind));
        var kind = command.State == CommandState.Unknown ? PatrolKinds.AnswerLost
            : command.Kind == PatrolCommandKind.Schedule ? PatrolKinds.NotScheduled : PatrolKinds.NotCancelled;
        await turn.AuditAsync(By(command), kind, command.PatrolId, $"{command.Kind}: {command.State}, {failure?.Kind.ToString() ?? "own failure"}");
        return command.State;
    }, CancellationToken.None);

    private static CommandState StateAfter(PatrolCommandKind kind, AuraErrorKind? failure) => failure switch
    {
        null or AuraErrorKind.OutcomeUnknown or AuraErrorKind.Unexpected => CommandState.Unknown,
        // gone already, or never there: what a cancel of it means only AURA can say
        AuraErrorKind.NotFound when kind == PatrolCommandKind.Cancel => CommandState.Unknown,
        AuraErrorKind.Unavailable => CommandState.NotSent,
        _ => CommandState.Rejected,
    };

    private static Operator By(PatrolCommand command) => new(command.AskedById, command.AskedByName);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Patrol command {CommandId} was sent and its answer could not be taken in; a person has to ask AURA")]
        public static partial void AnswerLost(ILogger logger, Exception failure, Guid commandId);
    }
}
