using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Audit;

/// <summary>A page of the audit, newest first.</summary>
public sealed record AuditSlice(IReadOnlyList<AuditRecord> Records, bool HasOlder);

/// <summary>Looks into the audit for an admin.</summary>
public sealed class AuditReader(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int PageSize = 100;
    public const int MostPeople = 500;

    // one seek for each kind, instead of reading the whole index
    private const string KindsSql = """
        WITH RECURSIVE k(v) AS (
            SELECT min("Kind") FROM "AuditRecords"
            UNION ALL
            SELECT (SELECT min("Kind") FROM "AuditRecords" WHERE "Kind" > k.v) FROM k WHERE k.v IS NOT NULL)
        SELECT v AS "Value" FROM k WHERE v IS NOT NULL
        """;

    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<AuditSlice> ReadAsync(AuditQuery query, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await Matching(db, query).OrderByDescending(record => record.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new AuditSlice([.. read.Take(PageSize)], read.Count > PageSize);
    }

    /// <summary>All that matches, oldest first, for a file.</summary>
    public async IAsyncEnumerable<AuditRecord> AllAsync(
        AuditQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var record in Matching(db, query).OrderBy(record => record.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return record;
    }

    /// <summary>The kinds there are, in order.</summary>
    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQueryRaw<string>(KindsSql).ToListAsync(cancellationToken);
    }

    /// <summary>Everybody with an account, by name.</summary>
    public async Task<IReadOnlyList<Operator>> PeopleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().OrderBy(user => user.DisplayName).Take(MostPeople)
            .Select(user => new Operator(user.Id, user.DisplayName)).ToListAsync(cancellationToken);
    }

    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<AuditVerdict> CheckAsync(AuditMark? known, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AuditCheck.RunAsync(db, known, cancellationToken);
    }

    private static IQueryable<AuditRecord> Matching(ConsoleDbContext db, AuditQuery query)
    {
        var records = db.AuditRecords.AsNoTracking();
        if (query.Kind is { } kind)
            records = records.Where(record => record.Kind == kind);
        if (query.By is { } by)
            records = records.Where(record => record.ById == by);
        if (query.Subject is { } subject)
            records = records.Where(record => record.Subject == subject);
        if (query.From is { } from)
            records = records.Where(record => record.At >= from);
        if (query.Until is { } until)
            records = records.Where(record => record.At < until);
        if (query.Before is { } before)
            records = records.Where(record => record.Id < before);
        return records;
    }
}
