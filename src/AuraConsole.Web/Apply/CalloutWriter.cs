using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Apply;

/// <summary>
/// The only way a callout changes: one transaction, every changed callout's version up by one, and after the commit, never before,
/// the board and its screens are told. What a person did stands in the audit, too.
/// </summary>
public sealed class CalloutWriter(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, Board board, Scopes scopes, StageClocks clocks, AuditLog audit, TimeProvider time)
{
    /// <summary>A change that the console itself makes, by AURA's word.</summary>
    public Task<T> WriteAsync<T>(Func<CalloutSession, Task<T>> change, CancellationToken cancellationToken) =>
        WriteAsync(null, Scope.Everything, change, cancellationToken);

    /// <summary>A change that a person asks for: it finds only callouts that the person may see.</summary>
    public Task<T> WriteAsync<T>(Operator by, Func<CalloutSession, Task<T>> change, CancellationToken cancellationToken) =>
        WriteAsync(by, scopes.Of(by), change, cancellationToken);

    private async Task<T> WriteAsync<T>(Operator? by, Scope scope, Func<CalloutSession, Task<T>> change, CancellationToken cancellationToken)
    {
        List<BoardRow> rows;
        T result;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            // begins immediately for writing, so what is read inside cannot change before the commit
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var session = new CalloutSession(db, scope, time.GetUtcNow(), cancellationToken);
            result = await change(session);
            if (by is not null)
                await AuditAsync(session, by);
            rows = RaiseVersions(db);
            // a change that is made must not be torn off half-way by a closing browser or a stopping console
            cancellationToken.ThrowIfCancellationRequested();
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        board.Publish(rows);
        return result;
    }

    public Task WriteAsync(Func<CalloutSession, Task> change, CancellationToken cancellationToken) =>
        WriteAsync(async session =>
        {
            await change(session);
            return true;
        }, cancellationToken);

    /// <summary>What was done, not its words: those may name people, and an audit record cannot be erased. Commands are audited as such.</summary>
    private async Task AuditAsync(CalloutSession session, Operator by)
    {
        foreach (var (callout, entry) in session.Noted)
        {
            if (entry is { Source: EntrySource.Operator, CommandId: null })
                await audit.AddAsync(session.Db, by, CalloutAudit.Of(callout, entry), session.CancellationToken);
        }
    }

    private List<BoardRow> RaiseVersions(ConsoleDbContext db)
    {
        // once: left to itself the tracker compares everything again at each question
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        // an entry older than the callout's last changes nothing of the callout itself, and its timeline all the same
        var noted = db.ChangeTracker.Entries<Entry>().Where(entry => entry.State == EntityState.Added)
            .Select(entry => entry.Entity).ToHashSet<Entry>(ReferenceEqualityComparer.Instance);
        var rows = new List<BoardRow>();
        foreach (var entry in db.ChangeTracker.Entries<Callout>())
        {
            if (entry.State is EntityState.Unchanged && !entry.Entity.Entries.Exists(noted.Contains))
                continue;
            entry.Property(callout => callout.Version).CurrentValue++;
            var row = BoardRow.Of(entry.Entity);
            HistoryFacts.Keep(entry, row, clocks.Now.For(row), time.GetUtcNow());
            rows.Add(row);
        }
        return rows;
    }
}
