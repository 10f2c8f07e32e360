using AuraConsole.Web.Data;
using AuraConsole.Web.Features.Reports.Counting;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Web.Features.Reports.Making;

/// <summary>Takes callouts one by one in the order of time, and keeps counts of them only.</summary>
internal sealed class ReportCounter
{
    public const int MostNames = 200;
    public const int MostOperators = 500;
    public const int MostFrequent = 10;

    /// <summary>In place of a name where there is none; the page has the words.</summary>
    public const string NoName = "";
    public const string Rest = "…";

    private static readonly ClockPhase[] AllPhases = Enum.GetValues<ClockPhase>();

    private readonly ReportAsk _ask;
    private readonly ClockPreset _preset;
    private readonly DateTimeOffset _now;
    private readonly int[] _days;
    private readonly Seconds[] _phases = [.. AllPhases.Select(static _ => new Seconds())];
    private readonly int[] _within = new int[AllPhases.Length];
    private readonly Tally _outcomes = new(MostNames, Rest);
    private readonly Tally _types = new(MostNames, Rest);
    private readonly Tally _reasons = new(MostNames, Rest);
    private readonly Dictionary<int, SiteCount> _sites = [];
    private readonly Dictionary<string, OperatorLoad> _operators = new(StringComparer.Ordinal);
    private readonly AlarmLoad _room;
    private readonly Standing _standing;
    private int _all, _tests, _active, _breached, _stoodDown, _false, _unclaimed, _falseWithoutSite, _withoutSite;

    public ReportCounter(ReportAsk ask, ClockPreset preset, DateTimeOffset now)
    {
        (_ask, _preset, _now) = (ask, preset, now);
        _days = new int[ask.Days];
        _room = new AlarmLoad(ask.Begin, ask.End);
        _standing = new Standing(ask.Begin, ask.Days, DayOf);
    }

    public void Add(ReportRow row)
    {
        if (row.IsTest)
        {
            _tests++;
            return;
        }
        _all++;
        _days[Math.Clamp(DayOf(row.FirstSeenAt), 0, _days.Length - 1)]++;
        _active += row.ClosedAt is null ? 1 : 0;
        _breached += row.IsBreached ? 1 : 0;
        _unclaimed += row.FirstClaimedAt is null && row.ClaimedAt is null ? 1 : 0;
        _outcomes.Add(row.Outcome ?? NoName);
        _types.Add(row.ResponseType ?? NoName);
        if (row.StoodDownAt is not null)
        {
            _stoodDown++;
            _reasons.Add(row.CancelReason?.Trim() ?? NoName);
        }
        _standing.Add(row.FirstSeenAt, row.ClosedAt ?? _now);
        AddSite(row);
        AddLoad(row);
        AddPhases(row);
    }

    public Report End(IReadOnlyList<PatrolCount> patrols)
    {
        _room.End();
        foreach (var one in _operators.Values)
            one.Load.End();
        return new Report
        {
            Ask = _ask,
            MadeAt = _now,
            PresetName = _preset.Name,
            All = _all,
            Tests = _tests,
            Active = _active,
            Breached = _breached,
            StoodDown = _stoodDown,
            FalseAlarms = _false,
            Unclaimed = _unclaimed,
            Standing = _standing.Count,
            StandingWorst = _standing.Worst,
            ByDay = _days,
            Outcomes = [.. _outcomes.All.Select(static one => new Named(one.Name, one.Count))],
            Types = [.. _types.All.Select(static one => new Named(one.Name, one.Count))],
            Phases = [.. AllPhases.Select(TimeOf)],
            StandDowns = [.. _reasons.All.Select(static one => new StandDown(one.Name, one.Count, ReportRow.SaysFalse(one.Name)))],
            FalseSites = Ranked(static site => site.False, int.MaxValue, new RankedSite(NoName, null, _falseWithoutSite, _withoutSite)),
            Room = _room,
            Operators = [.. _operators.Values.OrderByDescending(static one => one.Load.Callouts).ThenBy(static one => one.Name, StringComparer.OrdinalIgnoreCase)],
            Frequent = Ranked(static site => site.All, MostFrequent, null),
            Patrols = patrols,
        };
    }

    private void AddSite(ReportRow row)
    {
        var isFalse = row.IsFalseAlarm;
        _false += isFalse ? 1 : 0;
        if (row.SiteId is not { } id)
        {
            _withoutSite++;
            _falseWithoutSite += isFalse ? 1 : 0;
            return;
        }
        if (!_sites.TryGetValue(id, out var site))
            _sites[id] = site = new SiteCount();
        // the name that it had last
        (site.Name, site.Reference) = (row.SiteName ?? row.Reference ?? "", row.Reference);
        site.All++;
        site.False += isFalse ? 1 : 0;
    }

    private void AddLoad(ReportRow row)
    {
        _room.Add(row.FirstSeenAt);
        var id = row.OwnerId ?? NoName;
        if (!_operators.TryGetValue(id, out var one))
        {
            if (_operators.Count >= MostOperators)
                return;
            _operators[id] = one = new OperatorLoad(row.OwnerName ?? NoName, new AlarmLoad(_ask.Begin, _ask.End));
        }
        one.Load.Add(row.FirstSeenAt);
    }

    private void AddPhases(ReportRow row)
    {
        var clocks = row.ForClocks();
        foreach (var phase in AllPhases)
        {
            if (CalloutClocks.Of(clocks, _preset, phase) is not { Since: { } since, Until: { } until } clock)
                continue;
            _phases[(int)phase].Add(until - since);
            _within[(int)phase] += clock.At(until) == ClockState.Breached ? 0 : 1;
        }
    }

    private PhaseTime TimeOf(ClockPhase phase)
    {
        var times = _phases[(int)phase];
        var found = times.Percentiles(50, 90, 95);
        return new PhaseTime(phase, times.Count, found[0], found[1], found[2], _preset[phase].Breach, _within[(int)phase]);
    }

    private List<RankedSite> Ranked(Func<SiteCount, int> by, int most, RankedSite? other) =>
    [
        .. _sites.Values.Select(site => new RankedSite(site.Name, site.Reference, by(site), site.All)).Concat(other is null ? [] : [other])
            .Where(static site => site.Count > 0).OrderByDescending(static site => site.Count).ThenBy(static site => site.Reference, StringComparer.Ordinal).Take(most),
    ];

    private int DayOf(DateTimeOffset at) => LocalDays.Of(at, _ask.Place).DayNumber - _ask.From.DayNumber;

    private sealed class SiteCount
    {
        public string Name { get; set; } = "";

        public string? Reference { get; set; }

        public int All { get; set; }

        public int False { get; set; }
    }
}
