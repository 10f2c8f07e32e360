using System.Globalization;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data;
using AuraConsole.Web.Features.History.Reading;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AuraConsole.Web.Features.History.Pages;

/// <summary>All that the page shows, as it stands in the address.</summary>
/// <param name="Asked">The filters, without a time.</param>
public sealed record HistoryState(HistoryFilter Asked)
{
    public static readonly IReadOnlyList<int> Spans = [1, 7, 30, 90];

    /// <summary>Today and so many days before it, less one; null when days are named or any time is meant.</summary>
    public int? Days { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whose days; written as soon as days are named, so that the address means the same everywhere.</summary>
    public string? Zone { get; init; }

    public HistoryKey? After { get; init; }

    public bool HasTime => Days is not null || From is not null || To is not null;

    public static HistoryState Read(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return new HistoryState(new HistoryFilter
        {
            Site = Number(query, "site"),
            Group = Number(query, "group"),
            Customer = long.TryParse(One(query, "customer"), NumberStyles.None, CultureInfo.InvariantCulture, out var customer) ? customer : null,
            Stage = Enum.TryParse<CalloutStage>(One(query, "stage"), out var stage) && Enum.IsDefined(stage) ? stage : null,
            Outcome = One(query, "outcome"),
            Owner = One(query, "owner"),
            ResponseType = One(query, "type"),
            IsBreached = One(query, "breach") switch { "yes" => true, "no" => false, _ => null },
            Text = One(query, "q") ?? "",
        })
        {
            Days = Number(query, "days") is { } days && Spans.Contains(days) ? days : null,
            From = LocalDays.Read(One(query, "from")),
            To = LocalDays.Read(One(query, "to")),
            Zone = One(query, "zone"),
            After = HistoryKey.Read(One(query, "after")),
        };
    }

    /// <summary>What is asked of the database.</summary>
    public HistoryFilter Filter(string zone, DateTimeOffset now)
    {
        var place = LocalDays.Zone(Zone ?? zone);
        var from = Days is { } days ? LocalDays.Of(now, place).AddDays(1 - days) : From;
        return Asked with
        {
            From = from is { } first ? LocalDays.StartOf(first, place) : null,
            To = Days is null && To is { } last ? LocalDays.StartOf(last.AddDays(1), place) : null,
        };
    }

    /// <summary>What stands after the question mark; "" for all.</summary>
    public string Query()
    {
        var values = new (string Key, string? Value)[]
        {
            ("q", Asked.Text.Trim()), ("days", Number(Days)), ("from", Days is null && From is { } from ? LocalDays.Write(from) : null),
            ("to", Days is null && To is { } to ? LocalDays.Write(to) : null), ("zone", HasTime ? Zone : null), ("site", Number(Asked.Site)), ("group", Number(Asked.Group)),
            ("customer", Asked.Customer?.ToString(CultureInfo.InvariantCulture)), ("stage", Asked.Stage?.ToString()), ("outcome", Asked.Outcome),
            ("owner", Asked.Owner), ("type", Asked.ResponseType), ("breach", Asked.IsBreached switch { true => "yes", false => "no", null => null }),
            ("after", After?.ToString()),
        };
        return string.Join('&', values.Where(static one => !string.IsNullOrEmpty(one.Value)).Select(static one => $"{one.Key}={Uri.EscapeDataString(one.Value!)}"));
    }

    public string Address() => Query() is { Length: > 0 } query ? $"/history?{query}" : "/history";

    private static string? One(Dictionary<string, StringValues> query, string key) =>
        query.TryGetValue(key, out var values) && values.ToString().Trim() is { Length: > 0 and <= 200 } text ? text : null;

    private static int? Number(Dictionary<string, StringValues> query, string key) =>
        int.TryParse(One(query, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
