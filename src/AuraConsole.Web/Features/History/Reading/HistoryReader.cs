using System.Data;
using System.Data.Common;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Configurations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.History.Reading;

/// <summary>Runs walks on one connection.</summary>
internal sealed class HistoryReader(ConsoleDbContext db, CancellationToken cancellationToken)
{
    /// <summary>How far the order of arrival may be from the order of time. An inbox that lags further behind has other troubles.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(30);

    public async Task<List<HistoryLine>> LinesAsync(HistorySql sql)
    {
        await using var command = await CommandAsync(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<HistoryLine>();
        while (await reader.ReadAsync(cancellationToken))
            lines.Add(Line(reader));
        return lines;
    }

    public async Task<long> NumberAsync(HistorySql sql)
    {
        await using var command = await CommandAsync(sql);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<(long Seen, long Last)> EndAsync(HistorySql sql)
    {
        await using var command = await CommandAsync(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.IsDBNull(1) ? 0 : reader.GetInt64(1));
    }

    public async Task<List<string>> WordsAsync(HistorySql sql)
    {
        await using var command = await CommandAsync(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var words = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            words.Add(reader.GetString(0));
        return words;
    }

    /// <summary>The index that has the fewest entries for a filter. A few are counted; when all have many, any will do.</summary>
    public async Task<HistoryLead> LeadAsync(HistoryFilter filter)
    {
        var leads = HistoryLead.For(filter);
        if (leads.Count == 1)
            return leads[0];
        foreach (var most in new[] { 500, 5_000 })
        {
            var (best, fewest) = (leads[0], (long)most);
            foreach (var lead in leads)
            {
                if (await NumberAsync(HistoryWalk.Sample(filter, lead, most)) is var found && found < fewest)
                    (best, fewest) = (lead, found);
            }
            if (fewest < most)
                return best;
        }
        return leads[0];
    }

    /// <summary>Between which ids the callouts of a filter's time lie, generously: each is asked for its time again.</summary>
    public async Task<(long Least, long Most)> IdsAsync(HistoryFilter filter)
    {
        var least = filter.From is { } from
            ? await NumberAsync(Edge(">=", "", (from - Slack).UtcTicks, "MAX"))
            : 0;
        var most = filter.To is { } to ? await NumberAsync(Edge("<=", " DESC", (to + Slack).UtcTicks, "0")) : long.MaxValue;
        return (least, most);

        static HistorySql Edge(string sign, string order, long at, string none) => new(
            $"""
            SELECT COALESCE((SELECT "Id" FROM "Callouts" INDEXED BY "{HistoryIndexes.Time}" WHERE "FirstSeenAt" {sign} @at
            ORDER BY "FirstSeenAt"{order}, "Id"{order} LIMIT 1), {(none == "MAX" ? "9223372036854775807" : none)})
            """, [("@at", at)]);
    }

    private async Task<DbCommand> CommandAsync(HistorySql sql)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await db.Database.OpenConnectionAsync(cancellationToken);
        var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        foreach (var (name, value) in sql.Values)
            command.Parameters.Add(new SqliteParameter(name, value));
        return command;
    }

    private static HistoryLine Line(DbDataReader row) => new(
        row.GetInt32(0), row.GetInt64(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero), Enum.Parse<CalloutStage>(row.GetString(3)))
    {
        SiteId = row.IsDBNull(4) ? null : row.GetInt32(4),
        SiteName = Text(row, 5),
        Reference = Text(row, 6),
        GroupName = Text(row, 7),
        Address = Text(row, 8),
        CustomerAuraId = row.IsDBNull(9) ? null : row.GetInt64(9),
        CustomerName = Text(row, 10),
        ResponseType = Text(row, 11),
        OwnerName = Text(row, 12),
        Outcome = Text(row, 13),
        BreachedPhases = row.GetInt32(14),
        ClosedAt = row.IsDBNull(15) ? null : new DateTimeOffset(row.GetInt64(15), TimeSpan.Zero),
        IsTest = (!row.IsDBNull(16) && row.GetBoolean(16)) || string.Equals(Text(row, 17), "TEST", StringComparison.OrdinalIgnoreCase),
        OnTest = row.GetBoolean(18),
        IncidentNumber = Text(row, 19),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
