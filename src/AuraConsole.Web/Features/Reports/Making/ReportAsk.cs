using System.Globalization;
using AuraConsole.Web.Data;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AuraConsole.Web.Features.Reports.Making;

/// <summary>What a report is about, as the address says it.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Zone">IANA id: whose days.</param>
public sealed record ReportAsk(DateOnly From, DateOnly To, string Zone)
{
    /// <summary>Longer ones would be read for too long; a leap year fits.</summary>
    public const int MostDays = 366;

    /// <summary>As <see cref="Group"/>: callouts of no group.</summary>
    public const int NoGroup = 0;

    /// <summary>Our id.</summary>
    public int? Site { get; init; }

    public int? Group { get; init; }

    /// <summary>Our id of the clock preset; null for the standard one.</summary>
    public int? Preset { get; init; }

    public DateTimeZone Place => LocalDays.Zone(Zone);

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool IsInOrder => Days >= 1;

    public bool IsTooLong => Days > MostDays;

    public DateTimeOffset Begin => LocalDays.StartOf(From, Place);

    public DateTimeOffset End => LocalDays.StartOf(To.AddDays(1), Place);

    /// <summary>The last thirty days, where the address names none.</summary>
    /// <param name="query">What stands after the question mark.</param>
    /// <param name="zone">The reader's zone, for an address that names none.</param>
    /// <param name="now">Which day it is.</param>
    public static ReportAsk Read(string query, string zone, DateTimeOffset now)
    {
        var values = QueryHelpers.ParseQuery(query);
        var place = One("zone") is { Length: <= 60 } named ? LocalDays.Zone(named).Id : zone;
        var today = LocalDays.Of(now, LocalDays.Zone(place));
        var to = LocalDays.Read(One("to")) ?? today;
        return new ReportAsk(LocalDays.Read(One("from")) ?? to.AddDays(-29), to, place) { Site = Number("site"), Group = Number("group"), Preset = Number("preset") };

        string? One(string key) => values.TryGetValue(key, out var found) && found.ToString() is { Length: > 0 } text ? text : null;

        int? Number(string key) => int.TryParse(One(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>What stands after the question mark.</summary>
    public string Query() => FormattableString.Invariant(
        $"from={LocalDays.Write(From)}&to={LocalDays.Write(To)}&zone={Uri.EscapeDataString(Zone)}{Part("site", Site)}{Part("group", Group)}{Part("preset", Preset)}");

    private static string Part(string key, int? value) => value is { } number ? FormattableString.Invariant($"&{key}={number}") : "";
}
