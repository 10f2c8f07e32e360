using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Data;

/// <summary>Creates the folder, switches to WAL and migrates, before anything else starts.</summary>
public sealed partial class DatabaseStartup(
    IDbContextFactory<ConsoleDbContext> contexts, IOptions<DatabaseOptions> options, DatabaseState state, ILogger<DatabaseStartup> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource;
        CreateFolder(Path.GetDirectoryName(file)!);

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        state.MarkMigrated();
        Log.Migrated(logger, file);
    }

    /// <summary>For the console's own user alone: the file holds customers' addresses and password hashes.</summary>
    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Database {File} is up to date")]
        public static partial void Migrated(ILogger logger, string file);
    }
}
