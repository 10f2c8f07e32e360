using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Features.Reports.Counting;
using AuraConsole.Web.Features.Reports.Making;
using AuraConsole.Web.Resources;
using NodaTime;

namespace AuraConsole.Web.Features.Reports.Pages;

/// <summary>One table of a report: on screen, on paper and as a file.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Definition">How its figures are meant.</param>
/// <param name="Heads">The columns.</param>
/// <param name="Lines">The lines, made as they are asked for.</param>
/// <param name="Texts">So many columns are text; the others are numbers.</param>
public sealed record ReportTable(string Key, string Title, string Definition, IReadOnlyList<string> Heads, IEnumerable<string?[]> Lines, int Texts = 1);

/// <summary>The tables of a report, in their order.</summary>
public static class ReportTables
{
    /// <summary>Lines on screen; a file has all.</summary>
    public const int MostLines = 50;

    public static readonly IReadOnlyList<string> Keys =
        ["counts", "days", "outcomes", "types", "phases", "reasons", "false-sites", "load", "operators", "frequent", "floods", "patrols"];

    public static ReportTable Of(Report report, string key) => key switch
    {
        "counts" => new(key, ReportsText.Counts, ReportsText.CountsDef, [ReportsText.Figure, ReportsText.Value], Counts(report)),
        "days" => new(key, ReportsText.Days, ReportsText.DaysDef, [ReportsText.Day, ReportsText.Callouts],
            report.ByDay.Select((count, day) => new[] { LocalDays.Write(report.Ask.From.AddDays(day)), Number(count) })),
        "outcomes" => Shares(key, ReportsText.Outcomes, ReportsText.OutcomesDef, ReportsText.Outcome, report.Outcomes, report.All, OutcomeOf),
        "types" => Shares(key, ReportsText.Types, ReportsText.TypesDef, ReportsText.Type, report.Types, report.All, static name => name.Length == 0 ? ReportsText.NoType : name),
        "phases" => new(key, ReportsText.Phases, Say.With(ReportsText.PhasesDef, report.PresetName),
            [ReportsText.Phase, ReportsText.Measured, ReportsText.P50, ReportsText.P90, ReportsText.P95, ReportsText.Limit, ReportsText.Within],
            report.Phases.Select(static one => new[]
            {
                PhaseOf(one.Phase), Number(one.Count), Length(one.P50), Length(one.P90), Length(one.P95),
                one.Limit is { } limit ? DurationText.Of(limit) : ReportsText.NoLimit, one.Limit is null || one.Count == 0 ? "–" : Share((double)one.Within / one.Count),
            })),
        "reasons" => new(key, ReportsText.FalseReasons, ReportsText.FalseReasonsDef, [ReportsText.Reason, ReportsText.IsFalse, ReportsText.Callouts],
            report.StandDowns.Select(static one => new[]
            {
                one.Reason switch { ReportCounter.NoName => ReportsText.NoReason, ReportCounter.Rest => ReportsText.OtherReasons, _ => one.Reason },
                one.IsFalseAlarm ? ReportsText.Yes : ReportsText.No, Number(one.Count),
            }), 2),
        "false-sites" => new(key, ReportsText.FalseSites, Say.With(ReportsText.FalseSitesDef, MostLines),
            [ReportsText.Site, ReportsText.SiteReference, ReportsText.FalseAlarms, ReportsText.Callouts, ReportsText.Share],
            report.FalseSites.Select(static one => new[] { Place(one.Name), one.Reference, Number(one.Count), Number(one.Callouts), Share((double)one.Count / one.Callouts) }), 2),
        "load" => new(key, ReportsText.Load, ReportsText.LoadDef, [ReportsText.Figure, ReportsText.Value, ReportsText.Target], Load(report)),
        "operators" => new(key, ReportsText.Operators, ReportsText.OperatorsDef,
            [ReportsText.OperatorName, ReportsText.Callouts, ReportsText.ActiveHours, ReportsText.AverageActive, ReportsText.PeakHour, ReportsText.HoursOver, ReportsText.PeakWindow, ReportsText.WindowsOver, ReportsText.Floods],
            report.Operators.Select(static one => new[]
            {
                one.Name.Length == 0 ? ReportsText.Nobody : one.Name, Number(one.Load.Callouts), Number(one.Load.ActiveHours), Tenths(one.Load.AveragePerActiveHour),
                Number(one.Load.PeakHour), Number(one.Load.HoursOver), Number(one.Load.PeakWindow), Number(one.Load.WindowsOver), Number(one.Load.FloodCount),
            })),
        "frequent" => new(key, ReportsText.Frequent, ReportsText.FrequentDef, [ReportsText.Site, ReportsText.SiteReference, ReportsText.Callouts, ReportsText.Share],
            report.Frequent.Select(one => new[] { Place(one.Name), one.Reference, Number(one.Count), Share((double)one.Count / report.All) }), 2),
        "floods" => new(key, ReportsText.Floodlist, Say.With(ReportsText.FloodlistDef, AlarmLoad.MostFloods), [ReportsText.FloodFrom, ReportsText.FloodTo, ReportsText.Callouts],
            report.Room.Floods.Select(one => new[] { At(one.From, report.Ask.Place), At(one.To, report.Ask.Place), Number(one.Callouts) }), 2),
        _ => new("patrols", ReportsText.Patrols, ReportsText.PatrolsDef,
            [ReportsText.Site, ReportsText.SiteReference, ReportsText.Planned, ReportsText.Kept, ReportsText.Late, ReportsText.Missed, ReportsText.Cancelled, ReportsText.Waiting, ReportsText.KeptShare],
            report.Patrols.Select(static one => new[]
            {
                Place(one.Place), one.Reference, Number(one.Planned), Number(one.Kept), Number(one.Late), Number(one.Missed), Number(one.Cancelled), Number(one.Waiting),
                one.Kept + one.Missed == 0 ? "–" : Share((double)one.Kept / (one.Kept + one.Missed)),
            }), 2),
    };

    internal static string OutcomeOf(string outcome) => outcome switch
    {
        ReportCounter.NoName => ReportsText.StillOpen,
        ReportCounter.Rest => ReportsText.OtherReasons,
        Data.Entities.Outcomes.NotTold => HistoryText.OutcomeNotTold,
        Data.Entities.Outcomes.StoodDown => HistoryText.OutcomeStoodDown,
        Data.Entities.Outcomes.ClosedHere => HistoryText.OutcomeClosedHere,
        _ => outcome,
    };

    internal static string PhaseOf(Live.Clocks.ClockPhase phase) => phase switch
    {
        Live.Clocks.ClockPhase.Claim => ClocksText.PhaseClaim,
        Live.Clocks.ClockPhase.Dispatch => ClocksText.PhaseDispatch,
        Live.Clocks.ClockPhase.Arrive => ClocksText.PhaseArrive,
        Live.Clocks.ClockPhase.Complete => ClocksText.PhaseComplete,
        _ => ClocksText.PhaseClose,
    };

    private static IEnumerable<string?[]> Counts(Report report) =>
    [
        [ReportsText.All, Number(report.All)], [ReportsText.Tests, Number(report.Tests)], [ReportsText.Active, Number(report.Active)], [ReportsText.StoodDownCount, Number(report.StoodDown)],
        [ReportsText.FalseAlarmCount, Number(report.FalseAlarms)], [ReportsText.BreachedCount, Number(report.Breached)], [ReportsText.Unclaimed, Number(report.Unclaimed)],
        [ReportsText.Standing, Number(report.Standing)],
    ];

    private static IEnumerable<string?[]> Load(Report report) =>
    [
        [ReportsText.PerHour, Tenths(report.Room.AveragePerHour), ReportsText.RefPerHour], [ReportsText.PeakHour, Number(report.Room.PeakHour), ""], [ReportsText.HoursOver, Number(report.Room.HoursOver), ""],
        [ReportsText.PeakWindow, Number(report.Room.PeakWindow), ""], [ReportsText.WindowsOver, $"{Number(report.Room.WindowsOver)} ({Share(report.Room.WindowsOverShare)})", ReportsText.RefWindows],
        [ReportsText.Floods, Number(report.Room.FloodCount), ""], [ReportsText.FloodTime, $"{Say.With(ReportsText.Minutes, (int)report.Room.FloodTime.TotalMinutes)} ({Share(report.Room.FloodShare)})", ReportsText.RefFlood],
        [ReportsText.FloodLongest, Say.With(ReportsText.Minutes, (int)report.Room.LongestFlood.TotalMinutes), ""], [ReportsText.TopShare, Share(report.TopShare), ReportsText.RefTop],
        [ReportsText.Standing, Number(report.Standing), ""], [ReportsText.StandingWorst, Number(report.StandingWorst), ReportsText.RefStanding],
    ];

    private static ReportTable Shares(string key, string title, string definition, string head, IReadOnlyList<Named> all, int total, Func<string, string> word) =>
        new(key, title, definition, [head, ReportsText.Callouts, ReportsText.Share], all.Select(one => new[] { word(one.Name), Number(one.Count), Share((double)one.Count / total) }));

    private static string Place(string name) => name.Length == 0 ? ReportsText.NoSite : name;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Tenths(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Share(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Length(int? seconds) => seconds is { } known ? DurationText.Of(TimeSpan.FromSeconds(known)) : "–";

    private static string At(DateTimeOffset at, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(at).InZone(zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
