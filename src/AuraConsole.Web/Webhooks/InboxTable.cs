using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.Data.Sqlite;

namespace AuraConsole.Web.Webhooks;

/// <summary>
/// The inbox's insert, on a connection of its own with one prepared statement: the hot path, where Entity Framework would cost more
/// than the disk.
/// </summary>
internal sealed class InboxTable : IDisposable
{
    private const string Insert = """
        INSERT INTO "Deliveries" ("Fingerprint", "Event", "EntityKind", "EntityId", "ReceivedAt", "Body", "Headers", "Status", "Repeats", "Attempts")
        VALUES ($fingerprint, $event, $kind, $entity, $at, $body, $headers, 'Pending', 0, 0)
        ON CONFLICT ("Fingerprint") DO UPDATE SET "Repeats" = "Repeats" + 1
        RETURNING "Repeats";
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    private InboxTable(SqliteConnection connection)
    {
        _connection = connection;
        _insert = connection.CreateCommand();
        _insert.CommandText = Insert;
        foreach (var name in new[] { "$fingerprint", "$event", "$kind", "$entity", "$at", "$body", "$headers" })
            _insert.Parameters.Add(new SqliteParameter(name, null));
    }

    public static InboxTable Open(string connectionString)
    {
        // outside the pool: after a failure, a new connection must be a new one indeed
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            ConnectionPragmas.Apply(connection);
            return new InboxTable(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Stores deliveries in one transaction. Returns those that were there already; nothing is stored when it throws.</summary>
    public List<IncomingDelivery> Store(IReadOnlyList<IncomingDelivery> deliveries)
    {
        var repeats = new List<IncomingDelivery>();
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (var delivery in deliveries)
        {
            if (StoreOne(delivery) > 0)
                repeats.Add(delivery);
        }
        transaction.Commit();
        return repeats;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private long StoreOne(IncomingDelivery delivery)
    {
        var values = _insert.Parameters;
        values[0].Value = delivery.Fingerprint;
        values[1].Value = Text.Cut(delivery.Head.Name, Delivery.EventLength);
        values[2].Value = (object?)Text.Cut(delivery.Head.EntityKind, Delivery.EventLength) ?? DBNull.Value;
        values[3].Value = (object?)delivery.Head.EntityId ?? DBNull.Value;
        values[4].Value = delivery.ReceivedAt.UtcTicks;
        values[5].Value = delivery.Body;
        values[6].Value = (object?)delivery.Headers ?? DBNull.Value;
        return (long)_insert.ExecuteScalar()!;
    }
}
