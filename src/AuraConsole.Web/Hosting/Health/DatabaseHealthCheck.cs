using AuraConsole.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuraConsole.Web.Hosting.Health;

/// <summary>Migrated, and its write lock can be had.</summary>
internal sealed class DatabaseHealthCheck(IDbContextFactory<ConsoleDbContext> contexts, DatabaseState state) : IHealthCheck
{
    private const int Busy = 5;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.IsMigrated)
            return HealthCheckResult.Unhealthy("migrations are not done");
        try
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            await database.Database.OpenConnectionAsync(cancellationToken);
            await database.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=1000; BEGIN IMMEDIATE; ROLLBACK;", cancellationToken);
            return HealthCheckResult.Healthy("writable");
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == Busy)
        {
            // somebody else is writing, so it can be written
            return HealthCheckResult.Degraded("busy");
        }
        catch (SqliteException fault)
        {
            return HealthCheckResult.Unhealthy($"not writable (SQLite {fault.SqliteErrorCode})");
        }
    }
}
