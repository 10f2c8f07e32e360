using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AuraConsole.Web.Data;

/// <summary>
/// Settings that SQLite keeps per connection. FULL, because what was answered must be on disk; the busy time-out is SQLite's own, which
/// waits in milliseconds, where the provider's retry sleeps 150 ms at a time. Both give up after the connection's Default Timeout.
/// </summary>
public sealed class ConnectionPragmas : DbConnectionInterceptor
{
    public static void Apply(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA synchronous=FULL; PRAGMA busy_timeout={connection.DefaultTimeout * 1000L};");
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
