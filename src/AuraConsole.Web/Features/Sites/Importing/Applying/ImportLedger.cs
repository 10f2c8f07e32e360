using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Importing.Applying;

/// <summary>The one place where runs and their rows are written. What is decided and what is put down in the audit are one transaction.</summary>
public sealed class ImportLedger(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, ImportFeed feed, ImportDoorbell doorbell)
{
    /// <summary>Rows written down in one turn; others write between two of them.</summary>
    public const int Batch = 1000;

    /// <summary>Most runs that are kept with their rows.</summary>
    public const int MostRuns = 50;

    public static IReadOnlyList<ImportRunState> Ended { get; } =
        [ImportRunState.Done, ImportRunState.Differs, ImportRunState.Failed, ImportRunState.Cancelled];

    /// <summary>False when another run is open.</summary>
    public Task<bool> OpenAsync(ImportRun run, Operator by, string kind) => WriteAsync(async db =>
    {
        if (await db.ImportRuns.AnyAsync(other => !Ended.Contains(other.State)))
            return false;
        run.Version = Guid.NewGuid();
        db.ImportRuns.Add(run);
        await audit.AddAsync(db, by, ImportAudit.Note(kind, run), CancellationToken.None);
        var old = await db.ImportRuns.OrderByDescending(static one => one.StartedAt).Skip(MostRuns).ToListAsync();
        db.ImportRuns.RemoveRange(old);
        return true;
    });

    public async Task AddRowsAsync(IEnumerable<ImportRunRow> rows)
    {
        foreach (var batch in rows.Chunk(Batch))
        {
            await WriteAsync(db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                db.ImportRunRows.AddRange(batch);
                return Task.FromResult(true);
            });
        }
    }

    /// <summary>Changes a run; nothing is written when <paramref name="change"/> says no. Null when it did.</summary>
    public async Task<ImportRun?> ChangeAsync(Guid id, Func<ImportRun, bool> change, string? kind = null, Operator? by = null)
    {
        ImportRun? kept = null;
        await WriteAsync(async db =>
        {
            if (await db.ImportRuns.FirstOrDefaultAsync(one => one.Id == id) is not { } run || !change(run))
                return false;
            run.Version = Guid.NewGuid();
            if (kind is not null)
                await audit.AddAsync(db, by, ImportAudit.Note(kind, run), CancellationToken.None);
            kept = run;
            return true;
        });
        return kept;
    }

    /// <summary>Settles or moves one row, and counts it.</summary>
    public Task RowAsync(long id, Action<ImportRunRow> change, int done = 0, int failed = 0) => WriteAsync(async db =>
    {
        var row = await db.ImportRunRows.FirstAsync(one => one.Id == id);
        change(row);
        var run = await db.ImportRuns.FirstAsync(one => one.Id == row.RunId);
        if (row.State == ImportRowState.Waiting && run.State == ImportRunState.Cancelled)
            row.State = ImportRowState.Cancelled;
        if (done + failed > 0)
        {
            (run.Done, run.Failed, run.Version) = (run.Done + done, run.Failed + failed, Guid.NewGuid());
        }

        return true;
    });

    /// <summary>What was not sent yet will not be.</summary>
    public Task CancelRowsAsync(Guid run) => WriteAsync(async db =>
    {
        await db.ImportRunRows.Where(row => row.RunId == run && row.State == ImportRowState.Waiting)
            .ExecuteUpdateAsync(static change => change.SetProperty(static row => row.State, ImportRowState.Cancelled));
        return true;
    });

    /// <summary>Puts other rows in place of those that an earlier comparison named.</summary>
    public Task NameAsync(Guid run, ImportRowState state, IReadOnlyList<ImportRunRow> rows) => WriteAsync(async db =>
    {
        await db.ImportRunRows.Where(row => row.RunId == run && row.State == state).ExecuteDeleteAsync();
        var last = await db.ImportRunRows.Where(row => row.RunId == run).MaxAsync(static row => (int?)row.Number) ?? 0;
        foreach (var row in rows)
            (row.RunId, row.Number, row.State) = (run, ++last, state);
        db.ImportRunRows.AddRange(rows);
        return true;
    });

    public async Task<T> ReadAsync<T>(Func<ConsoleDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await read(db);
    }

    private async Task<bool> WriteAsync(Func<ConsoleDbContext, Task<bool>> change)
    {
        bool isChanged;
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            isChanged = await change(db);
            if (isChanged)
            {
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
            }
        }

        if (isChanged)
        {
            feed.Publish();
            doorbell.Ring();
        }

        return isChanged;
    }
}
