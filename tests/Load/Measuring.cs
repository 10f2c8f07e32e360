using System.Diagnostics;
using System.Globalization;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Features.Reports.Making;

namespace AuraConsole.Load;

/// <summary>Asks as the pages ask, and takes the time.</summary>
internal static class Measuring
{
    private const int Times = 40;
    private const int Pages = 100;

    private static readonly Scope Limited = new(true, new HashSet<int> { 3, 7, 11 }, true);

    public static async Task FiltersAsync(HistoryQueries queries)
    {
        Console.WriteLine("| filter | first page p50 | p95 | 100 pages on p50 | p95 | a month of the first year p50 | p95 | count p50 | p95 |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var random = new Random(1);
        foreach (var (name, make) in Filters())
        {
            var (first, deep, old, count) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            var cutShort = 0;
            for (var n = 0; n < Times; n++)
            {
                var filter = make(random);
                var scope = name.StartsWith("limited", StringComparison.Ordinal) ? Limited : Scope.Everything;
                var page = await TimedAsync(first, () => queries.PageAsync(filter, scope, null, HistoryQueries.MostLines, default));
                cutShort += page.IsCutShort ? 1 : 0;
                await TimedAsync(count, () => queries.CountAsync(filter, scope, default));
                if (n < Times / 4)
                {
                    for (var p = 0; p < Pages && page.Next is not null; p++)
                        page = await queries.PageAsync(filter, scope, page.Next, HistoryQueries.MostLines, default);
                }
                if (page.Next is { } next)
                    await TimedAsync(deep, () => queries.PageAsync(filter, scope, next, HistoryQueries.MostLines, default));
                var month = Seeding.Begin.AddDays(random.Next(300));
                await TimedAsync(old, () => queries.PageAsync(filter with { From = month, To = month.AddDays(30) }, scope, null, HistoryQueries.MostLines, default));
            }
            Console.WriteLine($"| {name}{(cutShort > 0 ? $" ({cutShort} of {Times} cut short)" : "")} | {Pair(first)} | {Pair(deep)} | {Pair(old)} | {Pair(count)} |");
        }
    }

    public static async Task ReportAsync(ReportMaker maker)
    {
        foreach (var days in new[] { 30, 365 })
        {
            var ask = new ReportAsk(DateOnly.FromDateTime(Seeding.Begin.AddYears(1).Date), DateOnly.FromDateTime(Seeding.Begin.AddYears(1).Date).AddDays(days - 1), "Africa/Johannesburg");
            var watch = Stopwatch.StartNew();
            var report = await maker.MakeAsync(ask, Scope.Everything, default);
            var took = watch.Elapsed;
            GC.Collect();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Report of {days} days, {report.All} callouts: {took.TotalSeconds:0.0} s, {GC.GetTotalMemory(true) / 1_000_000} MB held after, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"));
        }
    }

    private static IEnumerable<(string Name, Func<Random, HistoryFilter> Make)> Filters()
    {
        yield return ("none", static _ => new HistoryFilter());
        yield return ("site", static random => new HistoryFilter { Site = random.Next(1, Seeding.Sites) });
        yield return ("group", static random => new HistoryFilter { Group = random.Next(1, Seeding.Groups) });
        yield return ("customer", static random => new HistoryFilter { Customer = random.Next(1, 5000) });
        yield return ("stage on scene", static _ => new HistoryFilter { Stage = CalloutStage.OnScene });
        yield return ("stage closed", static _ => new HistoryFilter { Stage = CalloutStage.Closed });
        yield return ("outcome", static random => new HistoryFilter { Outcome = Seeding.Ends[random.Next(Seeding.Ends.Length)] });
        yield return ("owner", static random => new HistoryFilter { Owner = Owner(random) });
        yield return ("response type", static random => new HistoryFilter { ResponseType = Type(random) });
        yield return ("breach", static random => new HistoryFilter { IsBreached = random.Next(2) == 0 });
        yield return ("text, one word", static random => new HistoryFilter { Text = new[] { "harbour", "depot", "mokoena", "INC", "beach" }[random.Next(5)] });
        yield return ("text, a number", static random => new HistoryFilter { Text = $"{1_000_000 + random.Next(1_000_000)}" });
        yield return ("text, two words", static random => new HistoryFilter { Text = $"depot {random.Next(1, 20_000)}" });
        yield return ("owner, breach", static random => new HistoryFilter { Owner = Owner(random), IsBreached = true });
        yield return ("group, outcome, type", static random => new HistoryFilter { Group = random.Next(1, Seeding.Groups), Outcome = "No access", ResponseType = Type(random) });
        yield return ("owner, group, outcome, type, breach", static random => new HistoryFilter { Owner = Owner(random), Group = random.Next(1, Seeding.Groups), Outcome = Outcomes.StoodDown, ResponseType = Type(random), IsBreached = true });
        yield return ("nobody's (none there), type", static random => new HistoryFilter { Owner = HistoryFilter.Nobody, ResponseType = Type(random) });
        yield return ("text, owner, breach", static random => new HistoryFilter { Text = "harbour", Owner = Owner(random), IsBreached = true });
        yield return ("limited to 3 groups: none", static _ => new HistoryFilter());
        yield return ("limited to 3 groups: owner, breach", static random => new HistoryFilter { Owner = Owner(random), IsBreached = true });
    }

    private static string Owner(Random random) => Seeding.Owner(random.Next(1, Seeding.Operators + 1));

    private static string Type(Random random) => Seeding.Types[random.Next(Seeding.Types.Length)];

    private static async Task<T> TimedAsync<T>(List<double> times, Func<Task<T>> run)
    {
        var watch = Stopwatch.GetTimestamp();
        var result = await run();
        times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        return result;
    }

    private static string Pair(List<double> times) => times.Count == 0 ? "– | –" : string.Create(CultureInfo.InvariantCulture, $"{At(times, .5):0.0} | {At(times, .95):0.0}");

    private static double At(List<double> times, double share) => times.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * times.Count) - 1));
}
