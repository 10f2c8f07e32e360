using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Escalations.Sending;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Escalations.Watching;

/// <summary>Writes what fired and what ended, with its audit and the messages for the webhook, in one transaction.</summary>
public sealed partial class EscalationWriter(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, EscalationBook book, HookDoorbell doorbell, TimeProvider time, ILogger<EscalationWriter> logger)
{
    /// <summary>How long settled messages are kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    internal async Task WriteAsync(IReadOnlyList<EscalationFiring> fired, IReadOnlyList<long> ended, CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var now = time.GetUtcNow();
            var over = await db.EscalationFirings.Where(firing => ended.Contains(firing.Id) && firing.EndedAt == null).ToListAsync(cancellationToken);
            over.ForEach(firing => firing.EndedAt = now);
            // first: one that ends makes room for the same subject to fire again
            await db.SaveChangesAsync(cancellationToken);
            db.EscalationFirings.AddRange(fired);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var firing in over)
                await audit.AddAsync(db, null, EscalationKinds.Note(EscalationKinds.Ended, firing), cancellationToken);
            foreach (var firing in fired)
                await audit.AddAsync(db, null, EscalationKinds.Note(EscalationKinds.Fired, firing), cancellationToken);
            await QueueAsync(db, fired, over, now, cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        foreach (var firing in fired)
            Log.Fired(logger, firing.Id, firing.Kind, firing.Subject, firing.Threshold);
        await book.LoadAsync(CancellationToken.None);
        doorbell.Ring();
    }

    private static async Task QueueAsync(
        ConsoleDbContext db, IReadOnlyList<EscalationFiring> fired, List<EscalationFiring> ended, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.EscalationHooks.AnyAsync(static hook => hook.IsOn, cancellationToken))
            return;
        // all that happened at one look is one message: a bad night is no storm at the receiver
        Queue(EscalationMessage.FiredEvent, [.. fired.Where(static firing => firing.ByWebhook)]);
        foreach (var part in ended.Where(static firing => firing.ByWebhook).Chunk(EscalationWatch.MostAtOnce))
            Queue(EscalationMessage.EndedEvent, part);
        var before = now - Kept;
        await db.EscalationSends.Where(send => send.State != EscalationSendState.Waiting && send.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);

        void Queue(string name, IReadOnlyList<EscalationFiring> firings)
        {
            if (firings.Count > 0)
                db.EscalationSends.Add(EscalationMessage.Of(name, firings, now));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Escalation {FiringId}: {Kind} about {Subject} for more than {Threshold} s")]
        public static partial void Fired(ILogger logger, long firingId, EscalationKind kind, string subject, int threshold);
    }
}
