using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.SiteCare;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.History;

/// <summary>A page of something, newest first.</summary>
public sealed record HistoryPage<T>(IReadOnlyList<T> Lines, bool HasOlder);

/// <summary>A site's past, page by page: its callouts, and for supervisors who changed what.</summary>
public sealed class SiteHistory(IDbContextFactory<ConsoleDbContext> contexts, Scopes scopes)
{
    public const int PageSize = 10;

    /// <summary>Further back nobody pages; the history has its own search.</summary>
    public const int MostPages = 100;

    public async Task<HistoryPage<Callout>> CalloutsAsync(int siteId, int page, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.From(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var callouts = db.Callouts.AsNoTracking().Within(scopes.Of(user)).Where(callout => callout.SiteId == siteId)
            .OrderByDescending(callout => callout.FirstSeenAt).ThenByDescending(callout => callout.Id);
        return await PageAsync(callouts, page, cancellationToken);
    }

    /// <exception cref="UnauthorizedAccessException">The user is neither supervisor nor admin.</exception>
    public async Task<HistoryPage<AuditRecord>> ChangesAsync(int siteId, int page, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!user.IsInRole(Roles.Supervisor) && !user.IsInRole(Roles.Admin))
            throw new UnauthorizedAccessException("Reading changes needs a supervisor.");
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Sites.Within(scopes.Of(user)).AnyAsync(site => site.Id == siteId, cancellationToken))
            return new HistoryPage<AuditRecord>([], false);
        var subject = SiteAudit.Subject(siteId);
        return await PageAsync(db.AuditRecords.AsNoTracking().Where(record => record.Subject == subject).OrderByDescending(record => record.Id), page, cancellationToken);
    }

    private static async Task<HistoryPage<T>> PageAsync<T>(IQueryable<T> newestFirst, int page, CancellationToken cancellationToken)
    {
        var read = await newestFirst.Skip(Math.Clamp(page, 0, MostPages) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new HistoryPage<T>([.. read.Take(PageSize)], read.Count > PageSize && page < MostPages);
    }
}
