using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Features.Escalations.Rules;
using AuraConsole.Web.Live;

namespace AuraConsole.Unit.Escalations;

public sealed class EscalationWatchTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Unclaimed_TooLong_FiresOnceAndEndsWithTheClaim()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.Unclaimed);
        house.Publish(New(house, 1));

        await house.LookAsync(TimeSpan.FromSeconds(119));
        Assert.Empty(await house.FiringsAsync());
        await house.LookAsync(TimeSpan.FromSeconds(1));
        await house.LookAsync(Minute);
        var firing = Assert.Single(await house.FiringsAsync());
        Assert.Equal(("callout:1", 1L, true), (firing.Subject, firing.CalloutAuraId, firing.IsOpen));
        house.Publish(Claimed(house, 1, 2));
        await house.LookAsync(Minute);

        Assert.NotNull(Assert.Single(await house.FiringsAsync()).EndedAt);
        Assert.Equal(["escalation.fired", "escalation.ended"], await house.AuditedAsync());
    }

    [Fact]
    public async Task Unclaimed_HandedBack_CountsFromThenAndFiresAgain()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.Unclaimed);
        house.Publish(New(house, 1));
        await house.LookAsync(2 * Minute);
        var claimed = Claimed(house, 1, 2);
        house.Publish(claimed);
        await house.LookAsync(Minute);

        house.Publish(claimed with { Version = 3, OwnerId = null, OwnerName = null, ClaimedAt = null, LastEntryKind = EntryKind.HandedBack, LastEntryAt = house.Time.GetUtcNow() });
        await house.LookAsync(Minute);
        Assert.Single(await house.FiringsAsync());
        await house.LookAsync(Minute);

        Assert.Equal(2, (await house.FiringsAsync()).Count);
    }

    [Fact]
    public async Task Unclaimed_TestsFinishedAndStoodDown_AreLeftAlone()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.Unclaimed);
        house.Publish(
            New(house, 1) with { IsTest = true }, New(house, 2) with { OnTest = true }, New(house, 3) with { Stage = CalloutStage.Completed },
            New(house, 4) with { Stage = CalloutStage.StoodDown });

        await house.LookAsync(10 * Minute);
        Assert.Empty(await house.FiringsAsync());
        await house.RuleAsync(EscalationKind.Unclaimed, 60, withTests: true);
        await house.LookAsync(Minute);

        Assert.Equal(["callout:1", "callout:2"], (await house.FiringsAsync()).Select(firing => firing.Subject).Order());
    }

    [Fact]
    public async Task Idle_AnEntryComes_EndsAndCountsAnew()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.Idle);
        var row = Claimed(house, 1, 1);
        house.Publish(row);
        await house.LookAsync(2 * Minute);
        Assert.Single(house.Book.Open);

        house.Publish(row with { Version = 2, LastEntryKind = EntryKind.Note, LastEntryAt = house.Time.GetUtcNow() });
        await house.LookAsync(TimeSpan.FromSeconds(1));
        Assert.Empty(house.Book.Open);
        await house.LookAsync(2 * Minute);

        Assert.Equal(2, (await house.FiringsAsync()).Count);
    }

    [Fact]
    public async Task NobodyArmed_FiresAndEndsWhenSomebodyIs()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.NobodyArmed);

        await house.LookAsync();
        await house.LookAsync(2 * Minute);
        Assert.Equal("sound", Assert.Single(house.Book.Open).Subject);
        using var console = new ArmedConsole(house.Get<ArmedConsoles>());
        console.Report(true);
        await house.LookAsync(TimeSpan.FromSeconds(1));

        Assert.Empty(house.Book.Open);
    }

    [Fact]
    public async Task AuraSilent_OutOfReach_FiresAndEndsWithAGoodPoll()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.AuraSilent);
        var upstream = house.Get<UpstreamStatus>();
        upstream.GoodPoll();
        upstream.Failed(new AuraApiException(AuraErrorKind.Unavailable, null, null, "c1"));

        await house.LookAsync(Minute);
        Assert.Empty(house.Book.Open);
        await house.LookAsync(Minute);
        Assert.Equal("aura", Assert.Single(house.Book.Open).Subject);
        upstream.GoodPoll();
        await house.LookAsync(TimeSpan.FromSeconds(1));

        Assert.Empty(house.Book.Open);
    }

    [Fact]
    public async Task AuraSilent_PollsStopWithoutAFailure_FiresAllTheSame()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.AuraSilent);
        house.Get<UpstreamStatus>().GoodPoll();

        await house.LookAsync(2 * Minute);
        Assert.Empty(house.Book.Open);
        await house.LookAsync(Minute);

        Assert.Single(house.Book.Open);
    }

    [Theory]
    [InlineData(EscalationKind.Unclaimed)]
    [InlineData(EscalationKind.Idle)]
    [InlineData(EscalationKind.NobodyArmed)]
    [InlineData(EscalationKind.AuraSilent)]
    public async Task Restart_TheSameCauseGoesOn_DoesNotFireAgain(EscalationKind kind)
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(kind);
        var rows = new[] { kind == EscalationKind.Idle ? Claimed(house, 1, 1) : New(house, 1) };
        house.Publish(rows);
        await house.LookAsync();
        await house.LookAsync(5 * Minute);
        var before = await house.FiringsAsync();

        await house.RestartAsync();
        house.Publish(rows);
        await house.LookAsync();
        if (kind == EscalationKind.AuraSilent)
            house.Get<UpstreamStatus>().Failed(new AuraApiException(AuraErrorKind.Unavailable, null, null, "c1"));
        await house.LookAsync(10 * Minute);

        Assert.Equal((Assert.Single(before).Id, true), (Assert.Single(await house.FiringsAsync()).Id, (await house.FiringsAsync())[0].IsOpen));
    }

    [Fact]
    public async Task Restart_HandedBackBeforeAndANoteSince_DoesNotFireAgain()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.Unclaimed);
        var claimed = Claimed(house, 1, 1);
        house.Publish(claimed);
        await house.LookAsync(Minute);
        var free = claimed with { Version = 2, OwnerId = null, OwnerName = null, ClaimedAt = null, LastEntryKind = EntryKind.HandedBack, LastEntryAt = house.Time.GetUtcNow() };
        house.Publish(free);
        await house.LookAsync(3 * Minute);
        Assert.Single(house.Book.Open);

        await house.RestartAsync();
        house.Publish(free with { Version = 3, LastEntryKind = EntryKind.Note, LastEntryAt = house.Time.GetUtcNow() });
        await house.LookAsync(Minute);

        Assert.True(Assert.Single(await house.FiringsAsync()).IsOpen);
    }

    [Fact]
    public async Task Clock_JumpsBack_NeitherEndsNorFiresAgain()
    {
        var start = new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
        var clock = new JumpingClock(start);
        using var house = await EscalationHouse.StartAsync(time: clock);
        await house.RuleAsync(EscalationKind.Unclaimed);
        house.Publish(Rows.Of(1) with { FirstSeenAt = start });
        clock.Now = start + (5 * Minute);
        await house.LookAsync();

        clock.Now = start - TimeSpan.FromHours(1);
        await house.LookAsync();
        clock.Now = start + (6 * Minute);
        await house.LookAsync();

        Assert.True(Assert.Single(await house.FiringsAsync()).IsOpen);
    }

    [Fact]
    public async Task Rule_SwitchedOff_EndsItsFirings()
    {
        using var house = await EscalationHouse.StartAsync();
        var rule = await house.RuleAsync(EscalationKind.Unclaimed);
        house.Publish(New(house, 1));
        await house.LookAsync(2 * Minute);
        var input = RuleInput.Of(rule);
        input.IsOn = false;

        await house.Get<RuleDesk>().SaveAsync(rule.Id, rule.Version, input, EscalationHouse.Admin, CancellationToken.None);
        await house.LookAsync(Minute);

        Assert.Empty(house.Book.Open);
    }

    [Fact]
    public async Task Flood_ManyAtOnce_FireInTurnsAndNoneIsLost()
    {
        using var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.Unclaimed);
        house.Publish([.. Enumerable.Range(1, 120).Select(id => New(house, id))]);

        await house.LookAsync(2 * Minute);
        Assert.Equal(50, house.Book.Open.Count);
        await house.LookAsync();
        await house.LookAsync();
        await house.LookAsync();

        Assert.Equal(120, house.Book.Open.Count);
    }

    [Fact]
    public async Task Shipped_FirstStart_AreThereOnceAndNotAfterAllWereDeleted()
    {
        using var house = await EscalationHouse.StartAsync(shipped: true);
        await house.RestartAsync();
        Assert.Equal(4, house.Book.Rules.Count);
        foreach (var rule in house.Book.Rules)
            await house.Get<RuleDesk>().DeleteAsync(rule.Id, rule.Version, EscalationHouse.Admin, CancellationToken.None);

        await house.RestartAsync();

        Assert.Empty(house.Book.Rules);
    }

    private static BoardRow New(EscalationHouse house, long id) => Rows.Of(id) with { FirstSeenAt = house.Time.GetUtcNow(), StageSince = house.Time.GetUtcNow() };

    private static BoardRow Claimed(EscalationHouse house, long id, int version) => Rows.Of(id, owner: "other", version: version) with
    {
        FirstSeenAt = house.Time.GetUtcNow(),
        FirstClaimedAt = house.Time.GetUtcNow(),
        ClaimedAt = house.Time.GetUtcNow(),
        LastEntryKind = EntryKind.Claimed,
        LastEntryAt = house.Time.GetUtcNow(),
    };

    private sealed class JumpingClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
