using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using NodaTime;

namespace AuraConsole.Unit.Patrols;

/// <summary>Ten years of every quarter of an hour, in four zones: none lost, doubled or shifted except as the rule says.</summary>
public sealed class RecurrenceTests
{
    public static TheoryData<string> FourZones => new("Africa/Johannesburg", "Europe/London", "America/New_York", "Australia/Lord_Howe");

    [Theory]
    [MemberData(nameof(FourZones))]
    public void Daily_TenYearsAtEveryQuarter_OneVisitADateAndShiftedOnlyByTheGap(string zoneId)
    {
        var zone = Zones.Find(zoneId)!;
        // a series is five years at most, so ten years are two
        foreach (var first in new[] { new LocalDate(2024, 1, 1), new LocalDate(2029, 1, 1) })
        {
            for (var quarter = 0; quarter < 96; quarter++)
            {
                var start = LocalTime.Midnight.PlusMinutes(15 * quarter);
                var rule = Rule(zone, first, start) with { Repeat = PatrolRepeat.Daily, Last = first.PlusYears(5).PlusDays(-1) };

                var visits = Recurrence.All(rule).ToList();

                Assert.Equal(Period.DaysBetween(first, first.PlusYears(5)), visits.Count);
                for (var at = 0; at < visits.Count; at++)
                    AssertByTheRule(zone, visits[at], first.PlusDays(at), start, at + 1);
                Assert.All(visits.Zip(visits.Skip(1)), pair => Assert.True(pair.First.Start < pair.Second.Start));
            }
        }
    }

    [Theory]
    [MemberData(nameof(FourZones))]
    public void Weekly_EveryTwoWeeksOverYears_OnItsDaysOfItsWeeksOnly(string zoneId)
    {
        var first = new LocalDate(2026, 1, 7);
        var rule = Rule(Zones.Find(zoneId)!, first, new LocalTime(2, 15)) with
        {
            Repeat = PatrolRepeat.Weekly,
            Every = 2,
            Days = PatrolDays.Monday | PatrolDays.Wednesday | PatrolDays.Sunday,
        };

        var dates = Recurrence.All(rule).Select(visit => visit.Date).ToList();

        var monday = new LocalDate(2026, 1, 5);
        var expected = Enumerable.Range(0, 5 * 366).Select(first.PlusDays).Where(date => date <= first.PlusYears(5))
            .Where(date => date.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Wednesday or IsoDayOfWeek.Sunday)
            .Where(date => Period.DaysBetween(monday, date) / 7 % 2 == 0);
        Assert.Equal(expected, dates);
    }

    [Fact]
    public void Gap_London_BeginsLaterByTheGapAndLastsAsPlanned()
    {
        var visit = Recurrence.First(Rule(Zones.Find("Europe/London")!, new LocalDate(2026, 3, 29), new LocalTime(1, 30)))!;

        Assert.Equal((Instant.FromUtc(2026, 3, 29, 1, 30), ClockChange.Skipped), (visit.Start, visit.Change));
        Assert.Equal(Duration.FromHours(1), visit.End - visit.Start);
    }

    [Fact]
    public void Overlap_NewYork_TakesTheEarlier()
    {
        var visit = Recurrence.First(Rule(Zones.Find("America/New_York")!, new LocalDate(2026, 11, 1), new LocalTime(1, 30)))!;

        Assert.Equal((Instant.FromUtc(2026, 11, 1, 5, 30), ClockChange.Twice), (visit.Start, visit.Change));
    }

    [Fact]
    public void Gap_LordHowe_ShiftsByHalfAnHour() => Assert.Equal(
        new LocalTime(2, 45),
        Recurrence.First(Rule(Zones.Find("Australia/Lord_Howe")!, new LocalDate(2026, 10, 4), new LocalTime(2, 15)))!.Start
            .InZone(Zones.Find("Australia/Lord_Howe")!).TimeOfDay);

    [Fact]
    public void Length_AcrossAChange_IsElapsedTime()
    {
        var visit = Recurrence.First(Rule(Zones.Find("Europe/London")!, new LocalDate(2026, 3, 28), new LocalTime(22, 0)) with { Minutes = 480 })!;

        Assert.Equal((Duration.FromHours(8), ClockChange.During), (visit.End - visit.Start, visit.Change));
    }

    [Theory]
    [InlineData(PatrolRepeat.Once, null, 1)]
    [InlineData(PatrolRepeat.Daily, 3, 3)]
    [InlineData(PatrolRepeat.Daily, null, 1827)]
    public void End_ByCountOrNever_IsBounded(PatrolRepeat repeat, int? count, int expected) => Assert.Equal(
        expected, Recurrence.All(Rule(DateTimeZone.Utc, new LocalDate(2026, 1, 1), LocalTime.Noon) with { Repeat = repeat, Count = count }).Count());

    [Fact]
    public void Between_AStretch_HasWhatIsUnderWayAtItsBeginning()
    {
        var rule = Rule(DateTimeZone.Utc, new LocalDate(2026, 1, 1), new LocalTime(23, 30)) with { Repeat = PatrolRepeat.Daily };

        var visits = Recurrence.Between(rule, Instant.FromUtc(2026, 1, 3, 0, 0), Instant.FromUtc(2026, 1, 4, 0, 0)).ToList();

        Assert.Equal([2, 3], visits.Select(visit => visit.Number));
    }

    private static void AssertByTheRule(DateTimeZone zone, Visit visit, LocalDate date, LocalTime start, int number)
    {
        var mapping = zone.MapLocal(date + start);
        // in a gap: as far after the jump as the skipped time is into it
        var expected = mapping.Count == 0
            ? mapping.EarlyInterval.End + (date + start).Minus(mapping.EarlyInterval.IsoLocalEnd).ToDuration()
            : mapping.First().ToInstant();
        if (visit.Start != expected || visit.Number != number || visit.Date != date || visit.End - visit.Start != Duration.FromHours(1))
            Assert.Fail($"{zone.Id} {date} {start}: {visit}");
    }

    private static RecurrenceRule Rule(DateTimeZone zone, LocalDate first, LocalTime start) => new() { Zone = zone, First = first, Start = start, Minutes = 60 };
}
