using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>The only way patrols change: in the gate's turn, in one transaction with their audit, and told to screens after the commit.</summary>
public sealed class PatrolJournal(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, PatrolNews news, TimeProvider time)
{
    public async Task<T> WriteAsync<T>(Func<Turn, Task<T>> change, CancellationToken cancellationToken)
    {
        T result;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            result = await change(new Turn(db, audit, time.GetUtcNow(), cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        news.Feed.Publish();
        return result;
    }

    /// <summary>One transaction.</summary>
    public sealed class Turn(ConsoleDbContext db, AuditLog audit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        public ConsoleDbContext Db => db;

        public DateTimeOffset Now => now;

        public CancellationToken CancellationToken => cancellationToken;

        /// <summary>With its patrol and the patrol's site.</summary>
        /// <exception cref="ArgumentException">There is none.</exception>
        public async Task<PatrolCommand> CommandAsync(Guid id) =>
            await db.PatrolCommands.Include(c => c.Patrol).ThenInclude(p => p.Site).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw new ArgumentException("There is no such command.", nameof(id));

        /// <summary>With its site; one that the scope does not cover is none.</summary>
        /// <exception cref="ArgumentException">There is none.</exception>
        public async Task<Patrol> PatrolAsync(int id, Scope scope) =>
            await db.Patrols.Within(scope).Include(p => p.Site).FirstOrDefaultAsync(p => p.Id == id, cancellationToken)
            ?? throw new ArgumentException("There is no such patrol.", nameof(id));

        /// <summary>In service; null for anybody else.</summary>
        public Task<Customer?> CustomerAsync(long? auraId) =>
            db.Customers.AsNoTracking().FirstOrDefaultAsync(c => c.AuraId == auraId && c.DeletedAt == null, cancellationToken);

        public Task AuditAsync(Operator? by, string kind, int patrolId, string? detail = null) =>
            audit.AddAsync(db, by, new AuditNote(kind, PatrolKinds.Subject(patrolId), detail), cancellationToken);

        public Task AuditAsync(Operator? by, AuditNote note) => audit.AddAsync(db, by, note, cancellationToken);

        /// <summary>Sets where a command stands, and with it its patrol.</summary>
        public void Set(PatrolCommand command, CommandState state)
        {
            command.State = state;
            if (!command.IsOpen)
                command.SettledAt = now;
            if (command.Kind == PatrolCommandKind.Schedule)
                command.Patrol.State = state;
            else
                command.Patrol.CancelState = state;
        }

        /// <summary>What is planned from now on does not happen; what has begun or was missed stays as it is.</summary>
        public async Task CancelVisitsAsync(int patrolId)
        {
            var planned = await db.PatrolOccurrences.Where(o => o.PatrolId == patrolId && o.State == OccurrenceState.Due && o.StartsAt > now)
                .ToListAsync(cancellationToken);
            planned.ForEach(static visit => visit.State = OccurrenceState.Cancelled);
        }
    }
}
