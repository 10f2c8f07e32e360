using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Reasons;

/// <summary>
/// Attaches the chosen reason once AURA has cancelled, by the answer or by a later look. AURA does not say which goes first
/// (create-callout-exception-reason). It is sent once: one without an answer is said so and not repeated.
/// </summary>
public sealed partial class ReasonAttacher(
    ICancellationReasonsApi api, IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, CommandBoard commands, ReasonDoorbell doorbell,
    UpstreamStatus upstream, TimeProvider time, ILogger<ReasonAttacher> logger) : BackgroundService
{
    private const int MostPerRound = 20;
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan GiveUp = TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await IdsAsync(SendState.Sending, cancellationToken))
            await SettleAsync(id, SendState.Unknown, EntryKind.ReasonAnswerLost, null);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = commands.Feed.Subscribe(() =>
        {
            doorbell.Ring();
            return Task.CompletedTask;
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var id in await IdsAsync(SendState.Waiting, stoppingToken))
                    await AttachAsync(id, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.RoundFailed(logger, failure);
            }
            await doorbell.WaitAsync(LookAnyway, time, stoppingToken);
        }
    }

    private async Task<List<Guid>> IdsAsync(SendState state, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Commands.Where(c => c.ReasonState == state && c.State == CommandState.Confirmed)
            .OrderBy(c => c.AskedAt).Take(MostPerRound).Select(c => c.Id).ToListAsync(cancellationToken);
    }

    private async Task AttachAsync(Guid id, CancellationToken stoppingToken)
    {
        var command = await writer.WriteAsync(async session =>
        {
            var command = await session.Db.Commands.SingleAsync(c => c.Id == id, session.CancellationToken);
            command.ReasonState = SendState.Sending;
            return command;
        }, stoppingToken);
        try
        {
            await api.AttachAsync(command.CalloutAuraId!.Value, command.AuraReasonId!.Value, command.Reason, CancellationToken.None);
            upstream.Answered();
            await SettleAsync(id, SendState.Sent, EntryKind.ReasonAttached, command.Reason);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotAttached(logger, command.CalloutAuraId!.Value, failure.Kind, failure.CorrelationId);
            await FailAsync(command, failure);
        }
        catch (Exception failure)
        {
            Log.RoundFailed(logger, failure);
            await SettleAsync(id, SendState.Unknown, EntryKind.ReasonAnswerLost, null);
        }
    }

    private Task FailAsync(Command command, AuraApiException failure) => failure.Kind switch
    {
        AuraErrorKind.OutcomeUnknown or AuraErrorKind.Unexpected => SettleAsync(command.Id, SendState.Unknown, EntryKind.ReasonAnswerLost, null),
        // certainly not done, and nobody has to be asked again
        AuraErrorKind.Unavailable or AuraErrorKind.RateLimited when time.GetUtcNow() - command.SettledAt < GiveUp => SettleAsync(command.Id, SendState.Waiting, null, null),
        _ => SettleAsync(command.Id, SendState.Failed, EntryKind.ReasonNotAttached, failure.AuraMessage),
    };

    private Task SettleAsync(Guid id, SendState state, EntryKind? kind, string? detail) => writer.WriteAsync(async session =>
    {
        var command = await session.Db.Commands.SingleAsync(c => c.Id == id, session.CancellationToken);
        command.ReasonState = state;
        if (kind is { } said)
            await CancelEntries.NoteAsync(session, command, said, detail);
    }, CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Attaching reasons failed; the next round follows")]
        public static partial void RoundFailed(ILogger logger, Exception failure);

        [LoggerMessage(2, LogLevel.Warning, "The reason of callout {CalloutId} was not attached: {Kind}, correlation {Correlation}")]
        public static partial void NotAttached(ILogger logger, long calloutId, AuraErrorKind kind, string correlation);
    }
}
