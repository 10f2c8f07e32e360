using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>Response types, coverage, patrols.</summary>
public sealed class ServicesContractTests(BothHouses houses) : ContractTest(houses)
{
    [Theory, BothDialects]
    public async Task ResponseTypes_Offered_WithTheFlowsTheyAreFor(Dialect dialect)
    {
        var types = await In(dialect).Aura.Get<IResponseTypesApi>().ListAsync();

        Assert.Equal(
            [(1, "SECURITY", true, true), (2, "MEDICAL", true, true), (3, "ROADSIDE", false, true)],
            types.Select(type => (type.Id, type.Value!, type.ForSites!.Value, type.ForCustomers!.Value)));
    }

    [Theory, BothDialects]
    public async Task Coverage_ThreeCities_PointsInsideAndOutsideAndInTheHole(Dialect dialect)
    {
        var house = In(dialect);

        var coverage = await house.Aura.Get<ICoverageApi>().GetAsync(1);

        Assert.Equal(["Johannesburg", "Cape Town", "Durban"], coverage.Areas.Select(area => area.Name));
        Assert.All(
            house.Main.Sites.Where(site => site.Reference.StartsWith("SITE-", StringComparison.Ordinal)),
            site => Assert.True(coverage.Covers(Degrees(site.Latitude), Degrees(site.Longitude)), site.Reference));
        Assert.False(coverage.Covers(-26.28, 28.0), "The hole south of Johannesburg passes for covered.");
        Assert.False(coverage.Covers(28.0, -26.1), "Latitude and longitude are mixed up.");
        Assert.Equal(0, coverage.Unreadable);
        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => house.Aura.Get<ICoverageApi>().GetAsync(99));
    }

    [Theory, BothDialects]
    public async Task Schedule_EveryMember_KeptWithItsNextOccurrence(Dialect dialect)
    {
        var house = In(dialect);
        var tomorrow = new DateTimeOffset(house.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        var at = tomorrow.AddDays(1).AddHours(18);

        var scheduled = await house.Aura.Scheduled.CreateAsync("guarding", await PatrolAsync(house) with
        {
            From = tomorrow,
            To = tomorrow.AddDays(30),
            Repeats = ScheduleRepeats.Every(
                new TimeOnly(18, 0), TimeSpan.FromHours(2), [at.DayOfWeek], DateOnly.FromDateTime(at.AddDays(8).DateTime)),
        });

        if (house.IsBare)
        {
            Assert.True(Guid.TryParse(scheduled.Id, out _));
            Assert.Equal("scheduled", scheduled.Status);
        }
        else
        {
            Assert.Equal((at, "scheduled"), (scheduled.NextOccurrence, scheduled.Status));
            var kept = scheduled.Raw.GetProperty("scheduledRequestConfig");
            var contact = kept.GetProperty("details").GetProperty("contacts")[0];
            Assert.Equal(
                (2, "armed", "Sam", "+27820000000", "Report to the gatehouse"),
                (kept.GetProperty("details").GetProperty("numberOfGuards").GetInt32(),
                    kept.GetProperty("details").GetProperty("armedPreference").GetString(), contact.GetProperty("name").GetString(),
                    contact.GetProperty("mobile").GetString(), kept.GetProperty("specialInstructions").GetString()));
            Assert.Equal("9 Dock Road, Cape Town", scheduled.Raw.GetProperty("initialLocation").GetProperty("formattedAddress").GetString());
        }

        await house.Aura.Scheduled.CancelAsync(scheduled.Id);
    }

    [Fact]
    public async Task Schedule_OnLocalClocks_SendsTheRuleBesideUtc()
    {
        var patrol = await PatrolAsync(In(Dialect.Wrapped));
        var text = ScheduledServiceText.Of(patrol with
        {
            Repeats = ScheduleRepeats.Every(new TimeOnly(23, 0), TimeSpan.FromHours(2), [DayOfWeek.Sunday]) with
            {
                Local = new LocalSchedule("Europe/London", new TimeOnly(0, 0), 2, true, [DayOfWeek.Monday], new DateOnly(2026, 12, 31), 9),
            },
        });

        Assert.Contains(
            "\"startTime\":\"23:00\",\"windowPeriod\":120,\"days\":[\"sunday\"],\"timeZone\":\"Europe/London\",\"localStartTime\":\"00:00\",\"every\":2," +
            "\"unit\":\"week\",\"localDays\":[\"monday\"],\"localUntil\":\"2026-12-31\",\"count\":9", text, StringComparison.Ordinal);
    }

    [Theory, BothDialects]
    public async Task Schedule_UnderFiveMinutesAhead_400(Dialect dialect)
    {
        var house = In(dialect);
        var patrol = await PatrolAsync(house);

        await House.RefusedAsync(
            AuraErrorKind.Invalid, 400,
            () => house.Aura.Scheduled.CreateAsync("guarding", patrol with { From = house.Now.AddMinutes(4), To = house.Now.AddHours(8) }));
        await House.RefusedAsync(
            AuraErrorKind.Invalid, 400,
            () => house.Aura.Scheduled.CreateAsync("guarding", patrol with { From = house.Now.AddDays(-1), To = house.Now.AddHours(8) }));
        await house.Aura.Scheduled.CreateAsync("guarding", patrol with { From = house.Now.AddMinutes(6), To = house.Now.AddHours(8) });
    }

    [Theory, BothDialects]
    public async Task Schedule_ServiceTypeNotEnabled_400(Dialect dialect)
    {
        var patrol = await PatrolAsync(In(dialect));

        await House.RefusedAsync(AuraErrorKind.Invalid, 400, () => In(dialect).Aura.Scheduled.CreateAsync("window-cleaning", patrol));
    }

    [Theory, BothDialects]
    public async Task CancelScheduled_ById_GoneAndOnlyOnce(Dialect dialect)
    {
        var house = In(dialect);
        var before = house.Main.Schedule.Count;
        var scheduled = await house.Aura.Scheduled.CreateAsync("patrol", await PatrolAsync(house));
        Assert.Equal(before + 1, house.Main.Schedule.Count);

        await house.Aura.Scheduled.CancelAsync(scheduled.Id);

        Assert.Equal(before, house.Main.Schedule.Count);
        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => house.Aura.Scheduled.CancelAsync(scheduled.Id));
    }

    private static async Task<NewScheduledService> PatrolAsync(House house) => new()
    {
        CustomerId = (await house.NewCustomerAsync(covered: false)).Id,
        Name = "Night guard, Harbour Depot",
        SpecialInstructions = "Report to the gatehouse",
        NumberOfGuards = 2,
        ArmedPreference = "armed",
        Contacts = [new ScheduleContact("Sam", "+27820000000")],
        From = house.Now.AddHours(1),
        To = house.Now.AddDays(2),
        Repeats = ScheduleRepeats.Once(new TimeOnly(18, 0), TimeSpan.FromHours(12)),
        Location = new ScheduleLocation(-33.9051, 18.4201, "9 Dock Road, Cape Town"),
    };

    private static double Degrees(string? text) => double.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
}
