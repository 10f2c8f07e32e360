using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Importing;

/// <summary>Reads runs for the screen.</summary>
/// <exception cref="UnauthorizedAccessException">From every method: the user is no admin.</exception>
public sealed class ImportQueries(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int MostRuns = 20;
    public const int MostRows = 500;

    public async Task<IReadOnlyList<ImportRun>> RunsAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ImportRuns.AsNoTracking().OrderByDescending(static run => run.StartedAt).Take(MostRuns).ToListAsync(cancellationToken);
    }

    public async Task<(IReadOnlyList<ImportRunRow> Rows, int Total)> RowsAsync(
        Guid run, bool onlyTrouble, int skip, int take, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.ImportRunRows.AsNoTracking().Where(row => row.RunId == run);
        if (onlyTrouble)
        {
            rows = rows.Where(static row => row.State == ImportRowState.Refused || row.State == ImportRowState.ChangedMeanwhile
                || row.State == ImportRowState.Differs);
        }

        var total = await rows.CountAsync(cancellationToken);
        var page = take == 0 ? [] : await rows.OrderBy(static row => row.Number).Skip(skip).Take(Math.Min(take, MostRows)).ToListAsync(cancellationToken);
        return (page, total);
    }
}
