using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data.Audit;

/// <summary>What is put down in the audit.</summary>
/// <param name="Kind">Short form, named by the area: <c>site.edited</c>.</param>
/// <param name="Subject">To what: <c>site:42</c>.</param>
/// <param name="Detail">One fact a line; no secrets, and of customers no names. What is too long is cut.</param>
public sealed record AuditNote(string Kind, string Subject, string? Detail = null);

/// <summary>Adds records to the audit. Nothing changes or removes one; the database itself refuses.</summary>
public sealed class AuditLog(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, TimeProvider time)
{
    /// <summary>The name under which the console's own doings stand.</summary>
    public const string Console = "AuraConsole";

    /// <summary>
    /// Adds a record to a change that the caller saves and commits: both or neither. The caller holds the write gate and has begun a
    /// transaction, so that nobody else takes the next number.
    /// </summary>
    /// <param name="db">The context of the change.</param>
    /// <param name="by">Who did it; null for the console itself.</param>
    /// <param name="note">What was done.</param>
    /// <param name="cancellationToken">Ends the reading of the last record.</param>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public async Task AddAsync(ConsoleDbContext db, Operator? by, AuditNote note, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("An audit record needs a transaction around it.");
        var last = db.AuditRecords.Local.MaxBy(static record => record.Id)
            ?? await db.AuditRecords.AsNoTracking().OrderByDescending(static record => record.Id).FirstOrDefaultAsync(cancellationToken);
        var record = new AuditRecord
        {
            Id = (last?.Id ?? 0) + 1,
            At = time.GetUtcNow(),
            ById = by?.Id,
            ByName = Text.Cut(by?.Name, ConsoleUser.DisplayNameLength) ?? Console,
            Kind = note.Kind,
            Subject = note.Subject,
            Detail = Text.Cut(note.Detail, AuditRecord.DetailLength),
            Seal = [],
        };
        db.AuditRecords.Add(Sealed(record, last?.Seal ?? AuditSeal.Beginning));
    }

    /// <summary>Puts something down that changes nothing else, such as a reading of what is sensitive.</summary>
    public async Task WriteAsync(Operator? by, AuditNote note, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await AddAsync(db, by, note, cancellationToken);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>The newest records about a subject, newest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> AboutAsync(string subject, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AuditRecords.AsNoTracking().Where(record => record.Subject == subject)
            .OrderByDescending(static record => record.Id).Take(most).ToListAsync(cancellationToken);
    }

    private static AuditRecord Sealed(AuditRecord record, byte[] before) => new()
    {
        Id = record.Id,
        At = record.At,
        ById = record.ById,
        ByName = record.ByName,
        Kind = record.Kind,
        Subject = record.Subject,
        Detail = record.Detail,
        Seal = AuditSeal.Of(record, before),
    };
}
