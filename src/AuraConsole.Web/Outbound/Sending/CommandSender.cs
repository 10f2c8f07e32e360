using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Settling;

namespace AuraConsole.Web.Outbound.Sending;

/// <summary>
/// Takes a command through its life: recorded, its turn, Sending, the answer. Once it is Sending, whatever goes wrong leaves it
/// Unknown, never forgotten and never sent again.
/// </summary>
public sealed partial class CommandSender(
    CommandJournal journal, CommandGates gates, UpstreamStatus upstream, SettleDoorbell doorbell, ILogger<CommandSender> logger)
{
    public async Task<CommandView> SendAsync<TAnswer>(OutgoingCommand<TAnswer> command, CancellationToken stopping)
    {
        using var activity = ConsoleMeters.Activities.StartActivity(command.Kind == CommandKind.Raise ? "command.raise" : "command.cancel");
        activity?.SetTag("command", command.Id);
        if (!await journal.RecordAsync(command.Id, command.By, command.RecordAsync, stopping))
            return await journal.ReadAsync(command.Id, stopping);
        var view = await InTurnAsync(command, stopping);
        activity?.SetTag("outcome", view.State.ToString());
        Log.Outcome(logger, command.Kind, command.Id, view.State, view.Note, view.ErrorKind);
        if (view.State == CommandState.Unknown)
            doorbell.Ring();
        return view;
    }

    private async Task<CommandView> InTurnAsync<TAnswer>(OutgoingCommand<TAnswer> command, CancellationToken stopping)
    {
        IDisposable? turn = null;
        try
        {
            CommandView view;
            try
            {
                turn = await gates.EnterAsync(command.Kind, command.QueueFor, stopping);
                view = await journal.ChangeAsync(command.Id, command.PrepareAsync, stopping);
            }
            catch (Exception failure)
            {
                Log.NotPrepared(logger, failure, command.Id);
                return await journal.ChangeAsync(command.Id, StoppedBefore, CancellationToken.None);
            }
            return view.State == CommandState.Sending ? await AskAsync(command, stopping) : view;
        }
        finally
        {
            turn?.Dispose();
        }
    }

    private async Task<CommandView> AskAsync<TAnswer>(OutgoingCommand<TAnswer> command, CancellationToken stopping)
    {
        try
        {
            var answer = await command.AskAsync(stopping);
            upstream.Answered();
            return await journal.ChangeAsync(
                command.Id, (session, row) => command.AnsweredAsync(session, row, answer), CancellationToken.None);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return await FailAsync(command, failure);
        }
        catch (Exception failure)
        {
            Log.AnswerLost(logger, failure, command.Id);
            return await FailAsync(command, null);
        }
    }

    private Task<CommandView> FailAsync<TAnswer>(OutgoingCommand<TAnswer> command, AuraApiException? failure) =>
        journal.ChangeAsync(command.Id, (session, row) =>
        {
            row.State = StateAfter(failure?.Kind);
            row.ErrorKind = failure?.Kind;
            row.AuraMessage = Text.Cut(failure?.AuraMessage, Command.MessageLength);
            return command.FailedAsync(session, row, failure);
        }, CancellationToken.None);

    private static CommandState StateAfter(AuraErrorKind? kind) => kind switch
    {
        null or AuraErrorKind.OutcomeUnknown or AuraErrorKind.Unexpected => CommandState.Unknown,
        AuraErrorKind.Unavailable => CommandState.NotSent,
        _ => CommandState.Rejected,
    };

    /// <summary>AURA was not asked yet, so this is certain even if Sending was committed before the failure.</summary>
    private static Task StoppedBefore(CalloutSession session, Command command)
    {
        (command.State, command.Note) = (CommandState.NotSent, CommandNote.StoppedBefore);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Kind} {CommandId}: {State} {Note} {ErrorKind}")]
        public static partial void Outcome(
            ILogger logger, CommandKind kind, Guid commandId, CommandState state, CommandNote? note, AuraErrorKind? errorKind);

        [LoggerMessage(2, LogLevel.Error, "Command {CommandId} failed before it was sent")]
        public static partial void NotPrepared(ILogger logger, Exception failure, Guid commandId);

        [LoggerMessage(3, LogLevel.Error, "Command {CommandId} was sent and its answer could not be taken in; AURA is being looked at")]
        public static partial void AnswerLost(ILogger logger, Exception failure, Guid commandId);
    }
}
