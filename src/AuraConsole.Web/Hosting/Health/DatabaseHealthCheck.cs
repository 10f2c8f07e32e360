using AuraConsole.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuraConsole.Web.Hosting.Health;

/// <summary>Migrated, and it can be written.</summary>
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
            database.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
            await database.Database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            // SQLite opens even a read-only file for "writing" until something is written; this never reaches the disk
            await database.Database.ExecuteSqlRawAsync("PRAGMA user_version=0", cancellationToken);
            await transaction.RollbackAsync(cancellationToken);
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
