using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AuraConsole.Web.Data;

/// <summary>
/// Settings that SQLite keeps per connection. FULL, because what was answered must be on disk. SQLite's own busy time-out stays off:
/// the packaged native library sleeps whole seconds in it, where the provider tries again every 150 ms until the connection's Default
/// Timeout is over.
/// </summary>
public sealed class ConnectionPragmas : DbConnectionInterceptor
{
    public static void Apply(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=0;";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    // SQLite has no asynchronous I/O: the provider's ...Async methods run in place anyway
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
