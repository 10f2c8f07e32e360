using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Handovers.Signing;

/// <summary>The only way handovers change: in the gate's turn, in one transaction with their audit, and told to screens after the commit.</summary>
public sealed class HandoverWriter(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, HandoverNews news, TimeProvider time)
{
    internal async Task<HandoverResult> WriteAsync(Func<Turn, Task<HandoverResult>> change, CancellationToken cancellationToken)
    {
        HandoverResult result;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            result = await change(new Turn(db, audit, time.GetUtcNow(), cancellationToken));
            if (!result.IsDone)
                return result;
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        news.Feed.Publish(result.Id);
        return result;
    }

    internal sealed class Turn(ConsoleDbContext db, AuditLog audit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        public ConsoleDbContext Db => db;

        public DateTimeOffset Now => now;

        public CancellationToken CancellationToken => cancellationToken;

        public Task AuditAsync(Operator by, AuditNote note) => audit.AddAsync(db, by, note, cancellationToken);
    }
}
