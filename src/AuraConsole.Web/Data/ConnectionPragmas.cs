using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AuraConsole.Web.Data;

/// <summary>
/// Settings that SQLite keeps per connection. FULL, because what was answered must be on disk; the busy time-out is SQLite's own, which
/// waits in milliseconds, where the provider's retry sleeps 150 ms at a time.
/// </summary>
public sealed class ConnectionPragmas : DbConnectionInterceptor
{
    public const string Sql = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    // SQLite has no asynchronous I/O: the provider's ...Async methods run in place anyway
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
