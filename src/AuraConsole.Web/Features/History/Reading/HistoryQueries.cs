using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Configurations;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.History.Reading;

/// <summary>Every callout ever, a part at a time. Nothing here looks at more than a bounded number of entries.</summary>
public sealed class HistoryQueries(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int MostLines = 200;

    /// <summary>Counted no further: "more than so many" is what anybody needs to know.</summary>
    public const int MostCounted = 1_000;

    /// <summary>A limited person's groups are walked one by one and put together; of more, their callouts are picked out of all.</summary>
    private const int MostGroupWalks = 12;

    private const int MostWords = 100;
    private const int MostOwners = 500;

    internal HistoryBounds Bounds { get; init; } = HistoryBounds.Standard;

    /// <summary>The part that begins after a place; at the newest without one.</summary>
    public async Task<HistoryPart> PageAsync(HistoryFilter filter, Scope scope, HistoryKey? after, int take, CancellationToken cancellationToken)
    {
        take = Math.Clamp(take, 1, MostLines);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reader = new HistoryReader(db, cancellationToken);
        var parts = new List<Part>();
        foreach (var walk in await WalksAsync(reader, filter, scope, after, Bounds))
            parts.Add(await PartAsync(reader, walk, take));
        // below the place where the first walk broke off, lines of that walk would be missing
        var cut = parts.Where(static part => part.Next is not null).Select(static part => part.Next!).DefaultIfEmpty(null).MaxBy(static key => (key?.At, key?.Id));
        var lines = parts.SelectMany(static part => part.Lines).OrderByDescending(static line => line.Key).ThenByDescending(static line => line.Line.Id)
            .Where(line => cut is null || (line.Key, (long)line.Line.Id).CompareTo((cut.At, cut.Id)) >= 0).Select(static line => line.Line).ToList();
        if (lines.Count > take)
        {
            lines.RemoveRange(take, lines.Count - take);
            return new HistoryPart(lines, KeyOf(lines[^1], filter.Text.Length > 0), IsCutShort: false);
        }
        return new HistoryPart(lines, cut, IsCutShort: cut is not null && lines.Count < take);
    }

    /// <summary>How many there are, as far as it is worth counting.</summary>
    public async Task<HistoryCount> CountAsync(HistoryFilter filter, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reader = new HistoryReader(db, cancellationToken);
        var (found, isAll) = (0, true);
        foreach (var walk in await WalksAsync(reader, filter, scope, null, Bounds))
        {
            found += (int)await reader.NumberAsync(walk.Count(MostCounted + 1));
            if (found > MostCounted)
                return new HistoryCount(MostCounted, false);
            isAll &= (await reader.EndAsync(walk.End())).Seen < walk.Most;
        }
        return new HistoryCount(found, isAll);
    }

    /// <summary>What the filters can be set to.</summary>
    public async Task<HistoryChoices> ChoicesAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reader = new HistoryReader(db, cancellationToken);
        var groups = await db.SiteGroups.AsNoTracking().OrderBy(static group => group.Name).Take(MostOwners).ToListAsync(cancellationToken);
        return new HistoryChoices(
            [.. groups.Where(group => scope.Covers(group.Id)).Select(static group => new HistoryChoice(group.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), group.Name))],
            await db.Users.AsNoTracking().OrderBy(static user => user.DisplayName).Select(static user => new HistoryChoice(user.Id, user.DisplayName))
                .Take(MostOwners).ToListAsync(cancellationToken),
            await reader.WordsAsync(Distinct("ResponseType", HistoryIndexes.Type)),
            await reader.WordsAsync(Distinct("Outcome", HistoryIndexes.Outcome)));
    }

    /// <summary>Hops from word to word along an index, instead of reading it all.</summary>
    internal static HistorySql Distinct(string column, string index) => new(
        $"""
        WITH RECURSIVE "Words"("Word") AS (
            SELECT MIN("{column}") FROM "Callouts" INDEXED BY "{index}" WHERE "{column}" > ''
            UNION ALL
            SELECT (SELECT MIN("{column}") FROM "Callouts" INDEXED BY "{index}" WHERE "{column}" > "Words"."Word") FROM "Words" WHERE "Words"."Word" IS NOT NULL)
        SELECT "Word" FROM "Words" WHERE "Word" IS NOT NULL LIMIT {MostWords}
        """, []);

    internal static async Task<IReadOnlyList<HistoryWalk>> WalksAsync(HistoryReader reader, HistoryFilter filter, Scope scope, HistoryKey? after, HistoryBounds bounds)
    {
        if (filter.Group is { } asked)
        {
            if (!scope.Covers(asked == HistoryFilter.NoGroup ? null : asked))
                return [];
            scope = Scope.Everything;
        }
        if (scope is { IsLimited: true, Groups.Count: 0, WithUngrouped: false })
            return [];
        if (filter.Text.Length > 0)
        {
            return CalloutMatch.Query(filter.Text) is { } match
                ? [HistoryWalk.ByText(filter, scope, match, await reader.IdsAsync(filter), after, bounds)]
                : [];
        }
        var isNarrow = filter.Site is not null || filter.Customer is not null;
        if (!scope.IsLimited || isNarrow || scope.Groups.Count > MostGroupWalks)
            return [HistoryWalk.By(filter, scope, await reader.LeadAsync(filter), after, bounds)];
        List<int> groups = [.. scope.Groups, .. scope.WithUngrouped ? [HistoryFilter.NoGroup] : Array.Empty<int>()];
        var walks = new List<HistoryWalk>();
        foreach (var group in groups)
        {
            var one = filter with { Group = group };
            walks.Add(HistoryWalk.By(one, Scope.Everything, await reader.LeadAsync(one), after, bounds.Of(groups.Count)));
        }
        return walks;
    }

    private static async Task<Part> PartAsync(HistoryReader reader, HistoryWalk walk, int take)
    {
        var lines = await reader.LinesAsync(walk.Page(take));
        var keyed = lines.ConvertAll(line => (walk.IsByText ? 0 : line.At.UtcTicks, line));
        if (lines.Count == take)
            return new Part(keyed, KeyOf(lines[^1], walk.IsByText));
        var (seen, last) = await reader.EndAsync(walk.End());
        if (seen < walk.Most)
            return new Part(keyed, null);
        if (walk.IsByText)
            return new Part(keyed, new HistoryKey(0, last));
        // of the last instant only a part was seen: it is left to the walk that follows
        return new Part(keyed.FindAll(line => line.Item1 > last), new HistoryKey(last, long.MaxValue));
    }

    private static HistoryKey KeyOf(HistoryLine line, bool isByText) => new(isByText ? 0 : line.At.UtcTicks, line.Id);

    private sealed record Part(IReadOnlyList<(long Key, HistoryLine Line)> Lines, HistoryKey? Next);
}

/// <summary>One setting of a filter.</summary>
public sealed record HistoryChoice(string Value, string Name);

/// <summary>What the filters can be set to.</summary>
public sealed record HistoryChoices(
    IReadOnlyList<HistoryChoice> Groups, IReadOnlyList<HistoryChoice> Owners, IReadOnlyList<string> ResponseTypes, IReadOnlyList<string> Outcomes)
{
    public static readonly HistoryChoices None = new([], [], [], []);
}
