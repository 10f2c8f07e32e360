using System.Diagnostics;
using System.Globalization;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Load;

/// <summary>Three years of a large control room, always the same.</summary>
internal static class Seeding
{
    public const int EntriesEach = 10;
    public const int Sites = 20_000;
    public const int Groups = 20;
    public const int Operators = 30;
    private const int PerTransaction = 20_000;

    public static readonly DateTimeOffset Begin = new(2023, 11, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly string[] Types = ["Armed response", "Medical", "Guard", "Fire", "Technical"];
    public static readonly string[] Ends = ["Response completed", "False alarm", "Cancelled", "Handed to police", "No access", Outcomes.StoodDown, Outcomes.NotTold];
    private static readonly string[] Streets = ["Main Road", "Beach Road", "Church Street", "Harbour Way", "Station Road", "Long Street"];
    private static readonly string[] Kinds = ["StageReached", "EventReceived", "Claimed", "Note", "MessageReceived", "ReportRead"];

    /// <summary>How long the years are, in steps of one callout.</summary>
    public static TimeSpan Step(int callouts) => TimeSpan.FromDays(3 * 365) / callouts;

    public static string Owner(int number) => $"00000000-0000-4000-8000-{number:000000000000}";

    public static async Task RunAsync(IDbContextFactory<ConsoleDbContext> contexts, int callouts)
    {
        var watch = Stopwatch.StartNew();
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;");
        await db.Database.MigrateAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        Execute(connection, null, "PRAGMA synchronous=NORMAL;");
        var random = new Random(42);
        using (var transaction = connection.BeginTransaction())
        {
            for (var n = 1; n <= Groups; n++)
                Execute(connection, transaction, $"INSERT INTO SiteGroups (Id, Name, Kind) VALUES ({n}, 'Group {n}', 'Client')");
            for (var n = 1; n <= Sites; n++)
            {
                Execute(connection, transaction, string.Create(CultureInfo.InvariantCulture,
                    $"INSERT INTO Sites (Id, AuraId, Reference, Name, Address, GroupId, ReadAt, Version) VALUES ({n}, {100000 + n}, 'SITE-{n:00000}', 'Depot {n} {Streets[n % 6]}', '{n % 200} {Streets[n % 6]}', {GroupOf(n)}, 0, '{Guid.Empty}')"));
            }
            transaction.Commit();
        }
        for (var n = 0; n < callouts; n += PerTransaction)
        {
            using var transaction = connection.BeginTransaction();
            Fill(connection, transaction, random, n, Math.Min(PerTransaction, callouts - n), Step(callouts));
            transaction.Commit();
            Console.WriteLine($"{n + PerTransaction} callouts after {watch.Elapsed:mm\\:ss}");
        }
        Execute(connection, null, "PRAGMA wal_checkpoint(TRUNCATE);");
        Console.WriteLine($"Seeded in {watch.Elapsed:mm\\:ss}, {new FileInfo(connection.DataSource).Length / 1_000_000} MB");
    }

    private static int GroupOf(int site) => 1 + (int)(Math.Pow(site % 1000 / 1000.0, 2) * Groups);

    private static void Fill(SqliteConnection connection, SqliteTransaction transaction, Random random, int from, int count, TimeSpan step)
    {
        using var callout = Command(connection, transaction,
            """
            INSERT INTO Callouts (Id, AuraId, SiteId, SiteAuraId, CustomerAuraId, CustomerName, SiteName, Reference, SiteGroupId, SiteGroupName, Address, Stage, StageSince,
                ResponseTypeId, ResponseType, CreatedAt, FirstSeenAt, DispatchedAt, ArrivedAt, CompletedAt, ClosedAt, StoodDownAt, Responders, OwnerId, OwnerName,
                ClaimedAt, FirstClaimedAt, ClosedHere, OnTest, Version, Outcome, BreachedPhases, IsBreached, IncidentNumber, Emergency, AuraStatus)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18, @19, @20, @21, @22, @23, @24, @25, @26, 0, @27, 9, @28, @29, @30, @31, 'Burglary', 'RESOLVED')
            """, 32);
        using var entry = Command(connection, transaction, "INSERT INTO Entries (CalloutId, At, Source, Kind, Stage, Detail, By, DeliveryId) VALUES (@0, @1, 'Delivery', @2, @3, @4, @5, @6)", 7);
        for (var n = from; n < from + count; n++)
        {
            var at = (Begin + (step * n)).UtcTicks;
            var site = random.Next(12) == 0 ? 0 : 1 + (int)(Math.Pow(random.NextDouble(), 2) * (Sites - 1));
            var type = (int)(Math.Pow(random.NextDouble(), 2) * Types.Length);
            var owner = 1 + (int)(Math.Pow(random.NextDouble(), 1.5) * Operators);
            var closed = n < 999_850 || random.Next(2) == 0;
            var end = (int)(Math.Pow(random.NextDouble(), 2) * Ends.Length);
            var breached = random.Next(12) == 0;
            var claimed = at + Seconds(random.Next(5, 120));
            var dispatched = claimed + Seconds(random.Next(20, 300));
            var arrived = dispatched + Seconds(random.Next(120, 1800));
            var completed = arrived + Seconds(random.Next(120, 3600));
            var done = completed + Seconds(random.Next(30, 900));
            Set(callout, n + 1, 1_000_000L + n, site == 0 ? null : site, site == 0 ? null : 100_000 + site, site == 0 ? random.Next(1, 5000) : null,
                site == 0 ? "Some Body" : null, site == 0 ? null : $"Depot {site} {Streets[site % 6]}", site == 0 ? null : $"SITE-{site:00000}", site == 0 ? null : GroupOf(site), site == 0 ? null : $"Group {GroupOf(site)}",
                $"{site % 200} {Streets[site % 6]}", closed ? "Closed" : "OnScene", closed ? done : arrived, type + 1, Types[type], at, at, dispatched, arrived,
                closed ? completed : null, closed ? done : null, end == 5 ? completed : null, $"C{random.Next(90)} R. Mokoena (Coastal Response)", Owner(owner), $"Operator {owner}",
                claimed, claimed, random.Next(200) == 0 ? 1 : 0, closed ? Ends[end] : null, breached ? 4 : 0, breached ? 1 : 0, random.Next(10) == 0 ? $"INC-{n}" : null);
            callout.ExecuteNonQuery();
            for (var e = 0; e < EntriesEach; e++)
            {
                Set(entry, n + 1, at + Seconds(e * 60), Kinds[e % Kinds.Length], e % Kinds.Length == 0 ? "Dispatched" : null, "C12 R. Mokoena (Coastal Response)", e % 3 == 0 ? $"Operator {owner}" : null, null);
                entry.ExecuteNonQuery();
            }
        }
    }

    private static long Seconds(int seconds) => seconds * TimeSpan.TicksPerSecond;

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql, int values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        for (var n = 0; n < values; n++)
            command.Parameters.Add(new SqliteParameter($"@{n}", null));
        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var n = 0; n < values.Length; n++)
            command.Parameters[n].Value = values[n] ?? DBNull.Value;
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        command.ExecuteNonQuery();
    }
}
