using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Reports.Counting;
using AuraConsole.Web.Features.Reports.Making;

namespace AuraConsole.Unit.Reports;

/// <summary>The load and the standing ones, counted window by window and day by day.</summary>
internal static class Plain
{
    public static void AssertLoad(IEnumerable<Callout> callouts, ReportAsk ask, AlarmLoad load)
    {
        var at = callouts.Select(c => c.FirstSeenAt).ToList();
        var windows = new int[(int)Math.Ceiling((ask.End - ask.Begin).TotalMinutes / 10)];
        var hours = new int[(int)Math.Ceiling((ask.End - ask.Begin).TotalHours)];
        foreach (var one in at)
        {
            windows[(int)((one - ask.Begin).TotalMinutes / 10)]++;
            hours[(int)(one - ask.Begin).TotalHours]++;
        }
        Assert.Equal((at.Count, hours.Count(n => n > 0), hours.Max(), hours.Count(n => n > 12)), (load.Callouts, load.ActiveHours, load.PeakHour, load.HoursOver));
        Assert.Equal((windows.Max(), windows.Count(n => n > 10), windows.LongLength), (load.PeakWindow, load.WindowsOver, load.Windows));
        var (floods, flooded, longest, run) = (0, 0, 0, 0);
        foreach (var n in windows.Append(0))
        {
            var goesOn = run > 0 ? n >= 5 : n > 10;
            floods += run == 0 && goesOn ? 1 : 0;
            run = goesOn ? run + 1 : 0;
            flooded += goesOn ? 1 : 0;
            longest = Math.Max(longest, run);
        }
        Assert.Equal((floods, flooded * 10, longest * 10), (load.FloodCount, (int)load.FloodTime.TotalMinutes, (int)load.LongestFlood.TotalMinutes));
        Assert.Equal(floods, load.Floods.Count);
    }

    public static void AssertStanding(List<Callout> callouts, ReportAsk ask, DateTimeOffset now, Report report)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var standing = callouts.Where(c => (c.ClosedAt ?? now) - c.FirstSeenAt > TimeSpan.FromHours(24)).ToList();
        var worst = 0;
        for (var day = ask.From; day <= ask.To; day = day.AddDays(1))
            worst = Math.Max(worst, standing.Count(c => Day(c.FirstSeenAt.AddHours(24)) <= day && day <= Day(c.ClosedAt ?? now)));
        Assert.Equal((standing.Count, worst), (report.Standing, report.StandingWorst));

        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, berlin).DateTime);
    }
}
