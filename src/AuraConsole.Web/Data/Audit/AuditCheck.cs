using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data.Audit;

/// <summary>
/// Reads the whole audit and makes every seal anew. After a flaw it goes on from the seal as it is stored, so that one changed record is
/// one flaw and not all that follow.
/// </summary>
public static class AuditCheck
{
    public const int MostFlaws = 100;

    /// <summary>The triggers that refuse changes, by name.</summary>
    private static readonly string[] Guards = ["AuditRecords_NoUpdate", "AuditRecords_NoDelete"];

    /// <param name="db">Is only read.</param>
    /// <param name="known">A record that was written down before; null where none was.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<AuditVerdict> RunAsync(ConsoleDbContext db, AuditMark? known, CancellationToken cancellationToken)
    {
        var flaws = new List<AuditFlaw>();
        var guards = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditRecords'")
            .ToListAsync(cancellationToken);
        if (Guards.Except(guards).Any())
            flaws.Add(new AuditFlaw(AuditFlawKind.Unguarded, null));
        var (count, last) = await ReadAsync(db, known, flaws, cancellationToken);
        if (known is not null && !(known.Id <= last?.Id))
            Add(flaws, AuditFlawKind.Mark, known.Id);
        return new AuditVerdict(count, last is null ? null : AuditMark.Of(last), flaws);
    }

    private static async Task<(long Count, AuditRecord? Last)> ReadAsync(ConsoleDbContext db, AuditMark? known, List<AuditFlaw> flaws, CancellationToken cancellationToken)
    {
        var count = 0L;
        AuditRecord? last = null;
        await foreach (var record in db.AuditRecords.AsNoTracking().OrderBy(static record => record.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (record.Id != (last?.Id ?? 0) + 1)
                Add(flaws, AuditFlawKind.Gap, record.Id);
            else if (!AuditSeal.Of(record, last?.Seal ?? AuditSeal.Beginning).AsSpan().SequenceEqual(record.Seal))
                Add(flaws, AuditFlawKind.Seal, record.Id);
            if (record.Id == known?.Id && AuditMark.Of(record) != known)
                Add(flaws, AuditFlawKind.Mark, record.Id);
            (count, last) = (count + 1, record);
        }
        return (count, last);
    }

    private static void Add(List<AuditFlaw> flaws, AuditFlawKind kind, long id)
    {
        if (flaws.Count < MostFlaws)
            flaws.Add(new AuditFlaw(kind, id));
    }
}
