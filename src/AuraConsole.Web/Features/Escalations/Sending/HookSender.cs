using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Escalations.Sending;

/// <summary>
/// Empties the outbox, one message after the other. The table is the queue, so a restart loses nothing; one that was cut off after the
/// receiver had it is sent again under the same id.
/// </summary>
internal sealed partial class HookSender(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, HookClient client, HookSecrets secrets, HookDoorbell doorbell, EscalationBook book,
    IOptions<EscalationOptions> options, TimeProvider time, ILogger<HookSender> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause;
            try
            {
                pause = await RoundAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, failure);
                pause = AfterFailure;
            }
            if (pause > TimeSpan.Zero)
                await doorbell.WaitAsync(pause < LongestPause ? pause : LongestPause, time, stoppingToken);
        }
    }

    /// <summary>Sends the next one that is due. Answers how long nothing is.</summary>
    private async Task<TimeSpan> RoundAsync(CancellationToken cancellationToken)
    {
        EscalationSend? next;
        EscalationHook? hook;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            next = await db.EscalationSends.AsNoTracking().Where(send => send.State == EscalationSendState.Waiting)
                .OrderBy(send => send.NextAttemptAt).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
                return LongestPause;
            if (next.NextAttemptAt - time.GetUtcNow() is { } left && left > TimeSpan.Zero)
                return left + TimeSpan.FromMilliseconds(1);
            hook = await db.EscalationHooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        }
        var answer = await SendAsync(next, hook, cancellationToken);
        await SettleAsync(next.Id, answer, isOff: hook is not { IsOn: true });
        return TimeSpan.Zero;
    }

    private async Task<HookAnswer> SendAsync(EscalationSend send, EscalationHook? hook, CancellationToken cancellationToken)
    {
        if (hook is not { IsOn: true })
            return new HookAnswer(false, null, "The webhook is switched off.");
        return secrets.Read(hook.Secret) is { } secret
            ? await client.SendAsync(hook.Url, secret, send.Id, send.Body, persists: true, cancellationToken)
            : new HookAnswer(false, null, "The secret cannot be read with these keys: set it again.");
    }

    private async Task SettleAsync(Guid id, HookAnswer answer, bool isOff)
    {
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (await db.EscalationSends.FirstOrDefaultAsync(one => one.Id == id) is not { State: EscalationSendState.Waiting } send)
                return;
            var now = time.GetUtcNow();
            (send.Attempts, send.Status, send.Answer) = (send.Attempts + 1, answer.Status, answer.Text);
            if (answer.IsTaken)
                (send.State, send.SettledAt, send.NextAttemptAt) = (EscalationSendState.Sent, now, null);
            else if (isOff || send.Attempts >= options.Value.MostAttempts)
                (send.State, send.SettledAt, send.NextAttemptAt) = (EscalationSendState.GivenUp, now, null);
            else
                send.NextAttemptAt = now + Pause(send.Attempts);
            if (send.State == EscalationSendState.GivenUp)
            {
                await audit.AddAsync(db, null, new AuditNote(EscalationKinds.GivenUp, EscalationKinds.HookSubject, $"{send.Event} {send.Id}\nAttempts: {send.Attempts}\nStatus: {send.Status}"), CancellationToken.None);
                Log.GivenUp(logger, send.Id, send.Attempts, send.Status);
            }
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        book.Feed.Publish();
    }

    private TimeSpan Pause(int attempts)
    {
        var pause = options.Value.RetryAfter * Math.Pow(4, Math.Min(attempts - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The outbox of escalations could not be worked on; it is tried again")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(2, LogLevel.Error, "Escalation message {MessageId} is given up after {Attempts} attempts; last status {Status}")]
        public static partial void GivenUp(ILogger logger, Guid messageId, int attempts, int? status);
    }
}
