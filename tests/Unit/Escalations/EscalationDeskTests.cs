using AuraConsole.Unit.BoardPages;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Features.Escalations;
using AuraConsole.Web.Features.Escalations.Rules;
using AuraConsole.Web.Live;

namespace AuraConsole.Unit.Escalations;

public sealed class EscalationDeskTests
{
    [Fact]
    public async Task Acknowledge_TwoSupervisors_TheSecondIsToldOfTheFirst()
    {
        using var house = await FiredAsync();
        var desk = house.Get<EscalationDesk>();
        var id = house.Book.Open[0].Id;

        var first = await desk.AcknowledgeAsync(id, EscalationHouse.Supervisor, CancellationToken.None);
        var second = await desk.AcknowledgeAsync(id, EscalationHouse.Other, CancellationToken.None);

        Assert.Equal((AcknowledgeOutcome.Done, AcknowledgeOutcome.Already, "Thandi"), (first.Outcome, second.Outcome, second.ByName));
        Assert.Empty(house.Book.OnBoard(Scope.Everything));
        Assert.Empty(house.Get<AlarmCalls>().For(Scope.Everything));
        Assert.Equal(["escalation.fired", "escalation.acknowledged"], await house.AuditedAsync());
    }

    [Fact]
    public async Task Acknowledge_Dispatcher_IsRefused()
    {
        using var house = await FiredAsync();
        var desk = house.Get<EscalationDesk>();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.AcknowledgeAsync(house.Book.Open[0].Id, EscalationHouse.Dispatcher, CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ListAsync(null, EscalationHouse.Dispatcher, CancellationToken.None));
    }

    [Fact]
    public async Task OnBoard_LimitedPerson_SeesTheOwnGroupsAndWhatConcernsAll()
    {
        using var house = await FiredAsync(Rows.Of(1) with { SiteGroupId = 7 }, Rows.Of(2) with { SiteGroupId = 8 });
        await house.RuleAsync(EscalationKind.NobodyArmed);
        await house.LookAsync();
        await house.LookAsync(TimeSpan.FromMinutes(5));
        var scope = new Scope(true, new HashSet<int> { 7 }, false);

        Assert.Equal(["callout:1", "sound"], house.Book.OnBoard(scope).Select(firing => firing.Subject).Order());
        Assert.Equal(2, house.Get<AlarmCalls>().For(scope).Count);
    }

    [Fact]
    public async Task Sound_FiresAndIsAcknowledged_GrowsLoudAndQuiet()
    {
        using var house = await FiredAsync();
        var model = new AlarmModel(_ => AlarmLevel.None);
        var (board, calls) = (house.Get<Web.Live.Board>(), house.Get<AlarmCalls>());

        Assert.True(model.Take(board.Now, calls.For(Scope.Everything)));
        Assert.Equal((AlarmLevel.Escalated, 1, 1), (model.Now.Level, model.Now.Sounding, model.Now.Turn));
        Assert.False(model.Take(board.Now, calls.For(Scope.Everything)));
        model.Silence();
        Assert.Equal((AlarmLevel.None, 1), (model.Now.Level, model.Now.Silenced));
        await house.Get<EscalationDesk>().AcknowledgeAsync(house.Book.Open[0].Id, EscalationHouse.Supervisor, CancellationToken.None);
        model.Take(board.Now, calls.For(Scope.Everything));

        Assert.Equal((AlarmLevel.None, 0), (model.Now.Level, model.Now.Silenced));
    }

    [Fact]
    public async Task Firing_OfACustomersCallout_HoldsNoPlace()
    {
        using var house = await FiredAsync(Rows.Of(1) with { CustomerAuraId = 9, SiteName = null, Reference = null, CustomerName = "Lindiwe Ndlovu" });

        Assert.Null(Assert.Single(await house.FiringsAsync()).Place);
    }

    [Fact]
    public async Task Rule_ChangedMeanwhile_IsNotOverwritten()
    {
        using var house = await EscalationHouse.StartAsync();
        var rule = await house.RuleAsync(EscalationKind.Idle);
        var (desk, theirs, mine) = (house.Get<RuleDesk>(), RuleInput.Of(rule), RuleInput.Of(rule));
        (theirs.Threshold, mine.Threshold) = ("60", "30");

        await desk.SaveAsync(rule.Id, rule.Version, theirs, EscalationHouse.Admin, CancellationToken.None);
        var result = await desk.SaveAsync(rule.Id, rule.Version, mine, EscalationHouse.Admin, CancellationToken.None);

        Assert.Equal((RuleOutcome.ChangedMeanwhile, 60), (result.Outcome, result.Rule!.Threshold));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => desk.SaveAsync(rule.Id, rule.Version, mine, EscalationHouse.Supervisor, CancellationToken.None));
    }

    [Theory]
    [InlineData("", "120", true, nameof(RuleInput.Name))]
    [InlineData("Ours", "4", true, nameof(RuleInput.Threshold))]
    [InlineData("Ours", "soon", true, nameof(RuleInput.Threshold))]
    [InlineData("Ours", "120", false, nameof(RuleInput.OnBoard))]
    public void Rule_OutOfOrder_SaysWhere(string name, string threshold, bool board, string field) =>
        Assert.Equal([field], new RuleInput { Name = name, Threshold = threshold, OnBoard = board }.Check().Keys);

    private static async Task<EscalationHouse> FiredAsync(params BoardRow[] rows)
    {
        var house = await EscalationHouse.StartAsync();
        await house.RuleAsync(EscalationKind.Unclaimed);
        house.Publish(rows.Length == 0 ? [Rows.Of(1)] : rows);
        await house.LookAsync();
        return house;
    }
}
