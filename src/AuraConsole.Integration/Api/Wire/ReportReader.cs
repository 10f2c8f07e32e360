using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads report and map. Of the report no key is published; durations count only where the key names the unit.</summary>
internal static class ReportReader
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>Null without a report, and for one about another callout.</summary>
    public static CalloutReport? Read(JsonElement root, long calloutId)
    {
        var wrapped = root.Object("report", "resolutionReport", "calloutReport", "resolution", "data");
        var report = wrapped ?? root;
        var about = report.Id("calloutId") ?? report.Object("callout")?.Id("id") ?? (wrapped is null ? report.Id("id") : null);
        if ((about ?? calloutId) != calloutId || (wrapped is null && about is null))
            return null;
        var dispatches = DispatchReader.Read(report, Parts(report));
        var created = report.Instant("createdAt", "raisedAt");
        var arrived = dispatches.Min(static dispatch => dispatch.ArrivedAt);
        var completed = dispatches.Max(static dispatch => dispatch.CompletedAt) ?? report.Instant("resolvedAt");
        return new CalloutReport
        {
            CalloutId = calloutId,
            Outcome = report.Label("outcome", "resolution", "result"),
            Summary = report.Label("summary", "description", "notes"),
            ResponseTime = Duration(report, "responseTime") ?? Between(created, arrived),
            ResolutionTime = Duration(report, "resolutionTime") ?? Between(created, completed),
            CreatedAt = created,
            ClosedAt = report.Instant("closedAt"),
            Dispatches = dispatches,
            Raw = report.Clone(),
        };
    }

    /// <summary>Null without a picture of any kind.</summary>
    public static CalloutMap? ReadMap(JsonElement root)
    {
        var map = root.Object("map", "maps", "data") ?? root;
        var read = new CalloutMap(Links.Read(map.Text("url", "mapUrl")), map.Text("image"));
        return read is { Url: null, Image: null } ? null : read;
    }

    private static List<JsonElement> Parts(JsonElement report) =>
        (report.Member("responders") ?? report.Member("incidentInformation")) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(static part => part.ValueKind == JsonValueKind.Object)]
            : [];

    private static TimeSpan? Duration(JsonElement report, string name)
    {
        var seconds = report.Number(name + "Seconds", name + "InSeconds") ?? report.Number(name + "Minutes", name + "InMinutes") * 60;
        return seconds >= 0 && seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : null;
    }

    private static TimeSpan? Between(DateTimeOffset? from, DateTimeOffset? to) => to >= from ? to - from : null;
}
