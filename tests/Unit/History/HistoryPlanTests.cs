using System.Globalization;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Configurations;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Features.Reports.Making;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.History;

/// <summary>SQLite's own word on how it goes about each question: along an index, with nothing put in order afterwards.</summary>
public sealed class HistoryPlanTests
{
    private static readonly HistoryFilter[] Single =
    [
        new(), new() { From = HistoryHouse.Begin }, new() { To = HistoryHouse.Begin }, new() { Site = 3 }, new() { Group = 2 }, new() { Group = HistoryFilter.NoGroup },
        new() { Customer = 7 }, new() { Stage = CalloutStage.OnScene }, new() { Stage = CalloutStage.Closed }, new() { Outcome = "False alarm" },
        new() { Owner = "u-1" }, new() { Owner = HistoryFilter.Nobody }, new() { ResponseType = "Medical" }, new() { IsBreached = true }, new() { IsBreached = false },
        new() { Text = "harbour 9" },
    ];

    private static readonly Scope[] Scopes = [Scope.Everything, new(true, new HashSet<int> { 1, 3 }, true), new(true, Enumerable.Range(1, 30).ToHashSet(), false)];

    [Fact]
    public async Task EveryFilterAndEveryPair_IsWalkedAlongAnIndex()
    {
        await using var house = await HistoryHouse.StartAsync(400);
        await house.Spine.ReadAsync(async db =>
        {
            var reader = new HistoryReader(db, default);
            foreach (var filter in Single.SelectMany(_ => Single, Both).Distinct())
            {
                foreach (var scope in Scopes)
                {
                    foreach (var after in new[] { null, new HistoryKey(filter.Text.Length > 0 ? 0 : HistoryHouse.Begin.AddDays(1).UtcTicks, 200) })
                    {
                        foreach (var walk in await HistoryQueries.WalksAsync(reader, filter, scope, after, HistoryBounds.Standard))
                        {
                            foreach (var sql in new[] { walk.Page(100), walk.Count(1001), walk.End() })
                                AssertWalks(await PlanAsync(db, sql.Text, sql.Values), sql.Text);
                        }
                    }
                }
                foreach (var lead in HistoryLead.For(filter))
                {
                    var sql = HistoryWalk.Sample(filter, lead, 100);
                    AssertWalks(await PlanAsync(db, sql.Text, sql.Values), sql.Text);
                }
            }
            return true;
        });
    }

    [Fact]
    public async Task AWalk_WithSeveralFiltersOfMany_ReadsTheirColumnsFromTheIndexAlone()
    {
        await using var house = await HistoryHouse.StartAsync(50);
        await house.Spine.ReadAsync(async db =>
        {
            foreach (var filter in new[] { new HistoryFilter { Owner = "u-1", ResponseType = "Guard", Group = 1, Outcome = "x", IsBreached = true }, new HistoryFilter() })
            {
                foreach (var lead in HistoryLead.For(filter))
                {
                    var sql = HistoryWalk.By(filter, Scope.Everything, lead, null, HistoryBounds.Standard).Page(10);
                    Assert.Contains(await PlanAsync(db, sql.Text, sql.Values), step => step.Contains("USING COVERING INDEX " + lead.Index, StringComparison.Ordinal));
                }
            }
            return true;
        });
    }

    [Fact]
    public async Task ChoicesAndRecords_AreLookedUpInIndexes()
    {
        await using var house = await HistoryHouse.StartAsync(50);
        await house.Spine.ReadAsync(async db =>
        {
            foreach (var sql in new[] { HistoryQueries.Distinct("ResponseType", HistoryIndexes.Type), HistoryQueries.Distinct("Outcome", HistoryIndexes.Outcome) })
                AssertWalks((await PlanAsync(db, sql.Text, sql.Values)).Where(step => step != "SCAN TABLE Words"), sql.Text);
            foreach (var query in new IQueryable[] { HistoryRecords.Commands(db, 1), HistoryRecords.AppliedIds(db, 1), HistoryRecords.Applied(db, [1, 2]), HistoryRecords.NotApplied(db, 1) })
            {
                using var command = (SqliteCommand)query.CreateDbCommand();
                AssertWalks(await PlanAsync(db, command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(one => (one.ParameterName, one.Value!))]), command.CommandText);
            }
            return true;
        });
    }

    [Fact]
    public async Task Reports_AreReadAlongAnIndexInTheOrderOfTime()
    {
        await using var house = await HistoryHouse.StartAsync(50);
        var month = new ReportAsk(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), "Etc/UTC");
        await house.Spine.ReadAsync(async db =>
        {
            foreach (var scope in Scopes)
            {
                foreach (var ask in new[] { month, month with { Site = 3 }, month with { Group = 2 }, month with { Group = ReportAsk.NoGroup } })
                {
                    foreach (var query in new IQueryable[] { ReportMaker.Rows(db, ask, scope), ReportMaker.Visits(db, ask, scope) })
                    {
                        using var command = (SqliteCommand)query.CreateDbCommand();
                        AssertWalks(await PlanAsync(db, command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(one => (one.ParameterName, one.Value!))]), command.CommandText);
                    }
                }
            }
            return true;
        });
    }

    /// <summary>The judge itself has to be able to find fault.</summary>
    [Theory]
    [InlineData("""SELECT * FROM "Callouts" WHERE "Address" = 'x' """)]
    [InlineData("""SELECT * FROM "Callouts" WHERE "SiteId" = 1 ORDER BY "Address" """)]
    public async Task TheJudge_OfABadPlan_FindsFault(string sql)
    {
        await using var house = await HistoryHouse.StartAsync();
        var plan = await house.Spine.ReadAsync(db => PlanAsync(db, sql, []));

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertWalks(plan, sql));
    }

    private static void AssertWalks(IEnumerable<string> plan, string sql)
    {
        foreach (var step in plan.Where(step => !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)))
        {
            Assert.False(step.Contains("TEMP B-TREE", StringComparison.Ordinal), $"{step}: {sql}");
            var isFullScan = step.StartsWith("SCAN TABLE", StringComparison.Ordinal) && !step.Contains(" INDEX ", StringComparison.Ordinal);
            Assert.False(isFullScan, $"{step}: {sql}");
        }
    }

    private static async Task<List<string>> PlanAsync(ConsoleDbContext db, string sql, IReadOnlyList<(string Name, object Value)> values)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
            steps.Add(Convert.ToString(reader.GetValue(3), CultureInfo.InvariantCulture)!);
        Assert.NotEmpty(steps);
        return steps;
    }

    private static HistoryFilter Both(HistoryFilter one, HistoryFilter other) => one with
    {
        From = one.From ?? other.From,
        To = one.To ?? other.To,
        Site = one.Site ?? other.Site,
        Group = one.Group ?? other.Group,
        Customer = one.Customer ?? other.Customer,
        Stage = one.Stage ?? other.Stage,
        Outcome = one.Outcome ?? other.Outcome,
        Owner = one.Owner ?? other.Owner,
        ResponseType = one.ResponseType ?? other.ResponseType,
        IsBreached = one.IsBreached ?? other.IsBreached,
        Text = one.Text.Length > 0 ? one.Text : other.Text,
    };
}
