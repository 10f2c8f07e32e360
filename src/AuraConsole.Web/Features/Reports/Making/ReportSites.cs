using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Reports.Making;

/// <summary>A site by the reference that people know it by.</summary>
public sealed class ReportSites(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>The newest of that reference, also one that is deleted; null for one that is unknown, or not to be seen.</summary>
    public async Task<int?> FindAsync(string reference, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Sites.AsNoTracking().Within(scope).Where(site => site.Reference == reference).OrderByDescending(static site => site.Id)
            .Select(static site => (int?)site.Id).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<string?> ReferenceAsync(int id, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Sites.AsNoTracking().Within(scope).Where(site => site.Id == id).Select(static site => site.Reference).FirstOrDefaultAsync(cancellationToken);
    }
}
