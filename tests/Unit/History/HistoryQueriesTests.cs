using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.History.Reading;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.History;

/// <summary>Every answer against the same question asked of a plain list.</summary>
public sealed class HistoryQueriesTests
{
    private static readonly Scope Limited = new(true, new HashSet<int> { 1, 3 }, false);
    private static readonly Scope[] Scopes = [Scope.Everything, Limited, Limited with { WithUngrouped = true }, new(true, Enumerable.Range(1, 20).ToHashSet(), true), Scope.Nothing];

    /// <param name="bound">How many entries a walk may look at; small ones break off in the middle again and again.</param>
    /// <returns>When done.</returns>
    [Theory]
    [InlineData(100_000)]
    [InlineData(25)]
    public async Task Pages_OfRandomFilters_AreWhatAPlainListGives(int bound)
    {
        await using var house = await HistoryHouse.StartAsync(900);
        var queries = new HistoryQueries(house.Get<IDbContextFactory<ConsoleDbContext>>()) { Bounds = new HistoryBounds(bound, bound, bound) };
        var all = await house.AllAsync();
        var random = new Random(11);
        for (var round = 0; round < 250; round++)
        {
            var (filter, scope) = (Filter(random), Scopes[random.Next(Scopes.Length)]);
            var expected = all.Where(callout => Fits(callout, filter) && scope.Covers(callout.SiteGroupId))
                .OrderByDescending(callout => filter.Text.Length > 0 ? 0 : callout.FirstSeenAt.UtcTicks).ThenByDescending(callout => callout.Id)
                .Select(callout => callout.AuraId).ToList();

            Assert.Equal(expected, await ReadAllAsync(queries, filter, scope, random.Next(1, 60)));
            var count = await queries.CountAsync(filter, scope, default);
            Assert.True(count.IsAll ? count.Found == expected.Count : count.Found <= expected.Count && bound < expected.Count + all.Count);
        }
    }

    [Fact]
    public async Task Lines_OfACallout_SayWhatItHas()
    {
        await using var house = await HistoryHouse.StartAsync(60);
        foreach (var callout in await house.AllAsync())
        {
            var line = Assert.Single((await house.Queries.PageAsync(new HistoryFilter { Text = $"{callout.AuraId}" }, Scope.Everything, null, 5, default)).Lines);
            Assert.Equal((callout.Id, callout.FirstSeenAt, callout.Stage, callout.SiteId), (line.Id, line.At, line.Stage, line.SiteId));
            Assert.Equal((callout.SiteName, callout.Reference, callout.Outcome, callout.OwnerName), (line.SiteName, line.Reference, line.Outcome, line.OwnerName));
            Assert.Equal((callout.BreachedPhases, callout.CustomerAuraId, callout.ResponseType, callout.OnTest), (line.BreachedPhases, line.CustomerAuraId, line.ResponseType, line.OnTest));
        }
    }

    [Fact]
    public async Task Count_OfMoreThanIsWorthCounting_SaysSo()
    {
        await using var house = await HistoryHouse.StartAsync(HistoryQueries.MostCounted + 50);

        Assert.Equal(new HistoryCount(HistoryQueries.MostCounted, false), await house.Queries.CountAsync(new HistoryFilter(), Scope.Everything, default));
    }

    [Fact]
    public async Task Choices_AreWhatThereIs()
    {
        await using var house = await HistoryHouse.StartAsync(300);

        var choices = await house.Queries.ChoicesAsync(Limited, default);

        Assert.Equal(["Armed response", "Guard", "Medical"], choices.ResponseTypes);
        Assert.Equal(4, choices.Outcomes.Count);
        Assert.Equal(["Group 1", "Group 3"], choices.Groups.Select(group => group.Name));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a OR b*")]
    [InlineData("SITE-0001 NEAR(x)")]
    [InlineData("-")]
    [InlineData("x")]
    [InlineData("a.b/c:d^e")]
    public async Task Text_WithTheIndexsOwnSigns_IsOnlyText(string text)
    {
        await using var house = await HistoryHouse.StartAsync(30);

        Assert.NotNull(await house.Queries.PageAsync(new HistoryFilter { Text = text }, Scope.Everything, null, 5, default));
    }

    [Fact]
    public async Task Text_AfterAChangeAndForACustomer_FindsWhatIsThereNow()
    {
        await using var house = await HistoryHouse.StartAsync(200);
        await house.Spine.ExecuteAsync("UPDATE \"Callouts\" SET \"SiteName\" = 'Quayside', \"IncidentNumber\" = 'INC-77' WHERE \"Id\" = 5");
        await house.Spine.ExecuteAsync("DELETE FROM \"Callouts\" WHERE \"Id\" = 6");

        Assert.Equal([5], (await FindAsync("quays inc-77")).Select(line => line.Id));
        Assert.DoesNotContain(await FindAsync("500005"), line => line.Id == 6);
        // neither the name of a customer, nor where one was
        Assert.Empty(await FindAsync("Lindiwe"));
        Assert.DoesNotContain(await FindAsync("beach"), line => line.CustomerAuraId is not null);

        async Task<IReadOnlyList<HistoryLine>> FindAsync(string text) =>
            (await house.Queries.PageAsync(new HistoryFilter { Text = text }, Scope.Everything, null, 200, default)).Lines;
    }

    [Theory]
    [InlineData("johannesburg 364835286", "\"johannes\"* \"364835286\"*")]
    [InlineData("SITE-0001 x", "\"SITE\"* \"0001\"*")]
    [InlineData("- x ?", null)]
    public void Match_OfTypedWords_IsWhatTheIndexCanAnswerAtOnce(string typed, string? expected) => Assert.Equal(expected, CalloutMatch.Query(typed));

    private static async Task<List<long>> ReadAllAsync(HistoryQueries queries, HistoryFilter filter, Scope scope, int take)
    {
        var read = new List<long>();
        HistoryKey? after = null;
        do
        {
            var page = await queries.PageAsync(filter, scope, after, take, default);
            Assert.True(page.Lines.Count <= take);
            read.AddRange(page.Lines.Select(line => line.AuraId));
            // what stands in the address leads on as well
            after = HistoryKey.Read(page.Next?.ToString());
        }
        while (after is not null);
        return read;
    }

    private static HistoryFilter Filter(Random random)
    {
        return new HistoryFilter
        {
            From = random.Next(3) == 0 ? HistoryHouse.Begin.AddHours(random.Next(48)) : null,
            To = random.Next(3) == 0 ? HistoryHouse.Begin.AddHours(random.Next(48)) : null,
            Site = Seldom(8, () => random.Next(1, 21)),
            Group = Seldom(4, () => random.Next(0, 4)),
            Customer = random.Next(9) == 0 ? random.Next(1, 40) : null,
            Stage = Seldom(5, () => (CalloutStage)random.Next(6)),
            Outcome = random.Next(4) == 0 ? Outcomes.NotTold : random.Next(4) == 0 ? "False alarm" : null,
            Owner = random.Next(4) == 0 ? $"u-{random.Next(1, 4)}" : random.Next(9) == 0 ? HistoryFilter.Nobody : null,
            ResponseType = random.Next(4) == 0 ? "Medical" : null,
            IsBreached = random.Next(4) == 0 ? random.Next(2) == 0 : null,
            Text = random.Next(4) == 0 ? new[] { "road ma", "zur", "harbour", "5001", "site 0003", "nothing" }[random.Next(6)] : "",
        };

        T? Seldom<T>(int one, Func<T> value)
            where T : struct => random.Next(one) == 0 ? value() : null;
    }

    private static bool Fits(Callout callout, HistoryFilter filter) =>
        (filter.From is null || callout.FirstSeenAt >= filter.From)
        && (filter.To is null || callout.FirstSeenAt < filter.To)
        && (filter.Site is null || callout.SiteId == filter.Site)
        && (filter.Group is null || (callout.SiteGroupId ?? HistoryFilter.NoGroup) == filter.Group)
        && (filter.Customer is null || callout.CustomerAuraId == filter.Customer)
        && (filter.Stage is null || callout.Stage == filter.Stage)
        && (filter.Outcome is null || callout.Outcome == filter.Outcome)
        && (filter.Owner is null || (callout.OwnerId ?? HistoryFilter.Nobody) == filter.Owner)
        && (filter.ResponseType is null || callout.ResponseType == filter.ResponseType)
        && (filter.IsBreached is null || callout.IsBreached == filter.IsBreached)
        && filter.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Words(callout).Any(one => one.StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Words(Callout callout) =>
        $"{callout.SiteName?.Replace('é', 'e').Replace('ü', 'u')} {callout.Reference} {(callout.SiteAuraId is null ? "" : callout.Address)} {callout.AuraId}".Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
}
