using System.Globalization;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Features.History.Reading;

/// <summary>SQL with its values.</summary>
internal sealed record HistorySql(string Text, IReadOnlyList<(string Name, object Value)> Values);

/// <summary>How many entries a walk looks at before it stops and says so.</summary>
/// <param name="Covered">Of an index that holds what the filters ask for.</param>
/// <param name="Looked">Where each callout has to be looked up.</param>
/// <param name="Found">Of those that a text finds, each looked up.</param>
internal sealed record HistoryBounds(int Covered, int Looked, int Found)
{
    public static readonly HistoryBounds Standard = new(50_000, 10_000, 5_000);

    /// <summary>For one of several walks that together answer one question.</summary>
    public HistoryBounds Of(int walks) => new(Math.Max(1, Covered / walks), Math.Max(1, Looked / walks), Math.Max(1, Found / walks));
}

/// <summary>
/// One walk along one index, newest first. It looks at no more than <see cref="Most"/> entries at once: the inner query walks and stops
/// there, the outer one keeps what fits. Written by hand, because the index has to be named: without statistics SQLite guesses.
/// </summary>
internal sealed class HistoryWalk
{
    private const string Text = "\"CalloutIndex\"";

    private const string Columns = """
        c."Id", c."AuraId", c."FirstSeenAt", c."Stage", c."SiteId", c."SiteName", c."Reference", c."SiteGroupName", c."Address", c."CustomerAuraId",
        c."CustomerName", c."ResponseType", c."OwnerName", c."Outcome", c."BreachedPhases", c."ClosedAt", c."InternalTest", c."Classification",
        c."OnTest", c."IncidentNumber"
        """;

    private readonly List<(string Name, object Value)> _values = [];
    private readonly List<string> _walked = [];
    private readonly List<string> _kept = [];
    private readonly string _source;
    private readonly string _order;
    private readonly string _inner;

    private HistoryWalk(string source, string inner, string order, int most) => (_source, _inner, _order, Most) = (source, inner, order, most);

    /// <summary>How many entries are looked at.</summary>
    public int Most { get; }

    /// <summary>Whether it goes by the order of arrival.</summary>
    public bool IsByText => _source == Text;

    /// <param name="filter">Without a text.</param>
    /// <param name="scope">What the person may see; already narrowed to one group where that is asked for.</param>
    /// <param name="lead">The index, by the filter it begins with.</param>
    /// <param name="after">Where to begin; null: at the newest.</param>
    /// <param name="bounds">Where to stop.</param>
    public static HistoryWalk By(HistoryFilter filter, Scope scope, HistoryLead lead, HistoryKey? after, HistoryBounds bounds)
    {
        // one upper bound only: of two SQLite may walk from the other one, and every page would begin at the newest again
        if (after is not null && after.At >= filter.To?.UtcTicks)
            after = null;
        else if (after is not null)
            filter = filter with { To = null };
        var isCovered = lead.IsCovering;
        var walk = new HistoryWalk(
            $"\"Callouts\" INDEXED BY \"{lead.Index}\"",
            isCovered ? "\"Id\", \"FirstSeenAt\", \"SiteGroupId\", \"OwnerId\", \"ResponseType\", \"Outcome\", \"IsBreached\"" : "\"Id\", \"FirstSeenAt\"",
            "\"FirstSeenAt\" DESC, \"Id\" DESC",
            isCovered ? bounds.Covered : bounds.Looked);
        walk.Time(filter, walk._walked, "");
        if (after is not null)
            walk._walked.Add($"(\"FirstSeenAt\", \"Id\") < ({walk.Value("at", after.At)}, {walk.Value("id", after.Id)})");
        walk.Equal(filter, lead.Filter, isCovered ? "w" : "c");
        walk.Within(scope, isCovered ? "w" : "c");
        return walk;
    }

    /// <summary>Those that a text finds, in the order of arrival.</summary>
    /// <param name="filter">Everything but its text is asked of each callout found.</param>
    /// <param name="scope">What the person may see.</param>
    /// <param name="match">The text as the index's query.</param>
    /// <param name="ids">Between which ids the asked time lies for certain.</param>
    /// <param name="after">Where to begin.</param>
    /// <param name="bounds">Where to stop.</param>
    public static HistoryWalk ByText(HistoryFilter filter, Scope scope, string match, (long Least, long Most) ids, HistoryKey? after, HistoryBounds bounds)
    {
        var walk = new HistoryWalk(Text, "rowid AS \"Id\"", "rowid DESC", bounds.Found);
        walk._walked.Add($"\"CalloutIndex\" MATCH {walk.Value("match", match)}");
        walk._walked.Add($"rowid < {walk.Value("id", Math.Min(after?.Id ?? long.MaxValue, ids.Most == long.MaxValue ? ids.Most : ids.Most + 1))}");
        walk._walked.Add($"rowid >= {walk.Value("least", ids.Least)}");
        walk.Time(filter, walk._kept, "c.");
        walk.Equal(filter, HistoryColumn.None, "c");
        walk.Within(scope, "c");
        return walk;
    }

    /// <summary>The first that fit.</summary>
    public HistorySql Page(int take) => new(
        $"SELECT {Columns} FROM {Walked} AS w CROSS JOIN \"Callouts\" AS c ON c.\"Id\" = w.\"Id\"{Kept} LIMIT {Number(take)}", _values);

    /// <summary>How many fit, up to a bound.</summary>
    public HistorySql Count(int most) => new(
        $"SELECT COUNT(*) FROM (SELECT 1 FROM {Walked} AS w{(Kept.Contains("c.\"", StringComparison.Ordinal) ? " CROSS JOIN \"Callouts\" AS c ON c.\"Id\" = w.\"Id\"" : "")}{Kept} LIMIT {Number(most)})", _values);

    /// <summary>How many entries the walk saw, and how far back it came.</summary>
    public HistorySql End() => new($"SELECT COUNT(*), MIN(\"{(IsByText ? "Id" : "FirstSeenAt")}\") FROM {Walked}", _values);

    /// <summary>How many entries begin so, up to a bound.</summary>
    public static HistorySql Sample(HistoryFilter filter, HistoryLead lead, int most)
    {
        var walk = new HistoryWalk($"\"Callouts\" INDEXED BY \"{lead.Index}\"", "1", "", most);
        walk.Time(filter, walk._walked, "");
        walk.Equal(filter with { Stage = null }, lead.Filter, "w");
        return new HistorySql($"SELECT COUNT(*) FROM (SELECT 1 FROM {walk._source} {(walk._walked.Count == 0 ? "" : $"WHERE {string.Join(" AND ", walk._walked)} ")}LIMIT {Number(most)})", walk._values);
    }

    private string Walked =>
        $"(SELECT {_inner} FROM {_source}{(_walked.Count == 0 ? "" : $" WHERE {string.Join(" AND ", _walked)}")} ORDER BY {_order} LIMIT {Number(Most)})";

    private string Kept => _kept.Count == 0 ? "" : $" WHERE {string.Join(" AND ", _kept)}";

    private void Time(HistoryFilter filter, List<string> conditions, string prefix)
    {
        if (filter.From is { } from)
            conditions.Add($"{prefix}\"FirstSeenAt\" >= {Value("from", from.UtcTicks)}");
        if (filter.To is { } to)
            conditions.Add($"{prefix}\"FirstSeenAt\" < {Value("to", to.UtcTicks)}");
    }

    /// <summary>What the index begins with narrows the walk; the rest is asked of each entry.</summary>
    private void Equal(HistoryFilter filter, HistoryColumn lead, string other)
    {
        Add(HistoryColumn.Site, "SiteId", filter.Site, "c");
        Add(HistoryColumn.Customer, "CustomerAuraId", filter.Customer, "c");
        Add(HistoryColumn.Stage, "Stage", filter.Stage?.ToString(), "c");
        Add(HistoryColumn.Group, "SiteGroupId", filter.Group == HistoryFilter.NoGroup ? DBNull.Value : filter.Group, other);
        Add(HistoryColumn.Owner, "OwnerId", filter.Owner == HistoryFilter.Nobody ? DBNull.Value : filter.Owner, other);
        Add(HistoryColumn.Type, "ResponseType", filter.ResponseType, other);
        Add(HistoryColumn.Outcome, "Outcome", filter.Outcome, other);
        Add(HistoryColumn.Breach, "IsBreached", filter.IsBreached is { } breached ? breached ? 1 : 0 : null, other);

        void Add(HistoryColumn column, string name, object? value, string table)
        {
            if (value is null)
                return;
            var condition = value is DBNull ? "IS NULL" : $"= {Value(name, value)}";
            if (column == lead)
                _walked.Add($"\"{name}\" {condition}");
            else
                _kept.Add($"{table}.\"{name}\" {condition}");
        }
    }

    private void Within(Scope scope, string table)
    {
        if (!scope.IsLimited)
            return;
        var groups = string.Join(", ", scope.Groups.Select(static group => group.ToString(CultureInfo.InvariantCulture)));
        _kept.Add(scope.WithUngrouped
            ? $"({table}.\"SiteGroupId\" IN ({groups}) OR {table}.\"SiteGroupId\" IS NULL)"
            : $"{table}.\"SiteGroupId\" IN ({groups})");
    }

    private string Value(string name, object value)
    {
        _values.Add(($"@{name}", value));
        return $"@{name}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
