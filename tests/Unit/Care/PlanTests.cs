using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Apply;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.SiteCare.Plans;

namespace AuraConsole.Unit.Care;

public sealed class PlanTests : IAsyncLifetime
{
    private static readonly Operator Anna = new("u-9", "Anna");
    private CareHouse _house = null!;

    public async Task InitializeAsync()
    {
        _house = await CareHouse.StartAsync();
        await _house.StepsAsync(0, ("Call the keyholder", true), ("Look at the cameras", false), ("Tell the client", true));
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Plan_ChangedMidCallout_CalloutKeepsTheVersionItBeganWith()
    {
        await _house.ArriveAsync();
        await _house.StepsAsync(1, ("Only this", false));
        await _house.ArriveAsync(8);

        var kept = await _house.CalloutPlans.FindAsync(CareHouse.Callout, CareHouse.Thandi, CancellationToken.None);
        var next = await _house.CalloutPlans.FindAsync(8, CareHouse.Thandi, CancellationToken.None);

        Assert.Equal((1, 3), (kept!.Number, kept.Steps.Count));
        Assert.Equal((2, "Only this"), (next!.Number, Assert.Single(next.Steps).Text));
    }

    [Fact]
    public async Task Plan_Withdrawn_NextCalloutHasNone()
    {
        await _house.StepsAsync(1);
        await _house.ArriveAsync();

        Assert.Null(await _house.CalloutPlans.FindAsync(CareHouse.Callout, CareHouse.Thandi, CancellationToken.None));
        Assert.Equal(CloseHere.Done, await CloseAsync(null));
    }

    [Fact]
    public async Task Plan_OfTheGroup_IsTheDefaultOfASiteWithoutItsOwn()
    {
        await _house.StepsAsync(1);
        await _house.HideFromAsync(CareHouse.Sipho);
        var group = (await _house.SiteAsync()).GroupId!.Value;
        await _house.Plans.SaveAsync(PlanOwner.Group(group), 0, [new StepEdit("Group's step", true)], CareHouse.Admin, CancellationToken.None);
        await _house.ArriveAsync();

        var plan = await _house.CalloutPlans.FindAsync(CareHouse.Callout, CareHouse.Thandi, CancellationToken.None);

        Assert.True(plan!.IsGroups);
        Assert.Equal("Group's step", Assert.Single(plan.Steps).Text);
        Assert.Null(await _house.CalloutPlans.FindAsync(CareHouse.Callout, CareHouse.Sipho, CancellationToken.None));
    }

    [Fact]
    public async Task Plan_TwoEditors_SecondIsShownTheFirsts()
    {
        await _house.StepsAsync(1, ("First", true));

        var second = await _house.Plans.SaveAsync(PlanOwner.Site(_house.SiteId), 1, [new StepEdit("Second", true)], CareHouse.Admin, CancellationToken.None);

        Assert.False(second.IsDone);
        Assert.Equal((2, "First"), (second.Now!.Number, Assert.Single(second.Now.Steps).Text));
    }

    [Fact]
    public async Task Step_TwoPeopleAtOnce_OneTickOneEntry()
    {
        await _house.ArriveAsync();
        var step = await _house.StepAsync(0);

        var results = await Task.WhenAll(
            _house.CalloutPlans.TickAsync(CareHouse.Callout, step.Id, true, CareHouse.Thandi, CancellationToken.None),
            _house.CalloutPlans.TickAsync(CareHouse.Callout, step.Id, true, CareHouse.Sipho, CancellationToken.None));

        Assert.Equal([TickResult.Done, TickResult.Already], results.Order());
        Assert.Single((await _house.Spine.CalloutAsync(CareHouse.Callout)).Entries, entry => entry.Kind == EntryKind.StepTicked);
        Assert.NotNull((await _house.StepAsync(0)).Tick);
    }

    [Fact]
    public async Task Step_TakenBack_LeavesATraceAndRaisesTheVersion()
    {
        await _house.ArriveAsync();
        var step = await _house.StepAsync(0);
        await _house.CalloutPlans.TickAsync(CareHouse.Callout, step.Id, true, CareHouse.Thandi, CancellationToken.None);
        var before = _house.Spine.Board.Now.Find(CareHouse.Callout)!.Version;

        await _house.CalloutPlans.TickAsync(CareHouse.Callout, step.Id, false, CareHouse.Sipho, CancellationToken.None);

        Assert.Null((await _house.StepAsync(0)).Tick);
        Assert.Contains((await _house.Spine.CalloutAsync(CareHouse.Callout)).Entries, entry => entry is { Kind: EntryKind.StepUnticked, By: "Sipho", Detail: "Call the keyholder" });
        Assert.True(_house.Spine.Board.Now.Find(CareHouse.Callout)!.Version > before);
    }

    [Fact]
    public async Task Step_OfAnotherPlan_IsRefused()
    {
        await _house.ArriveAsync();
        await _house.StepsAsync(1, ("Foreign", true));
        await _house.ArriveAsync(8);
        var foreign = (await _house.CalloutPlans.FindAsync(8, CareHouse.Thandi, CancellationToken.None))!.Steps[0];

        Assert.Equal(TickResult.Gone, await _house.CalloutPlans.TickAsync(CareHouse.Callout, foreign.Id, true, CareHouse.Thandi, CancellationToken.None));
    }

    [Fact]
    public async Task CloseHere_CompulsoryStepsOpenAndNoReason_IsRefusedOnTheServer()
    {
        await _house.ArriveAsync();

        Assert.Equal(CloseHere.StepsOpen, await CloseAsync(" "));
        Assert.NotEqual(CalloutStage.Closed, (await _house.Spine.CalloutAsync(CareHouse.Callout)).Stage);
    }

    [Fact]
    public async Task CloseHere_WithAReason_KeepsItInTheTimeline()
    {
        await _house.ArriveAsync();

        Assert.Equal(CloseHere.Done, await CloseAsync("Client on site"));
        Assert.Contains((await _house.Spine.CalloutAsync(CareHouse.Callout)).Entries, entry => entry is { Kind: EntryKind.StepsLeftOpen, Detail: "Client on site", By: "Anna" });
    }

    [Fact]
    public async Task CloseHere_CompulsoryStepsDone_AsksNothingMore()
    {
        await _house.ArriveAsync();
        foreach (var index in new[] { 0, 2 })
            await _house.CalloutPlans.TickAsync(CareHouse.Callout, (await _house.StepAsync(index)).Id, true, CareHouse.Thandi, CancellationToken.None);

        Assert.Empty(await _house.CalloutPlans.OpenAsync([CareHouse.Callout], CareHouse.Thandi, CancellationToken.None));
        Assert.Equal(CloseHere.Done, await CloseAsync(null));
    }

    [Fact]
    public async Task Open_OfMany_CountsOnlyThoseWithCompulsorySteps()
    {
        await _house.ArriveAsync();
        await _house.StepsAsync(1, ("May be left", false));
        await _house.ArriveAsync(8);

        var open = await _house.CalloutPlans.OpenAsync([CareHouse.Callout, 8, 9], CareHouse.Thandi, CancellationToken.None);

        Assert.Equal((CareHouse.Callout, 2), Assert.Single(open.Select(one => (one.Key, one.Value))));
    }

    private async Task<CloseHere> CloseAsync(string? stepsReason)
    {
        await Given.MissingAsync(_house.Spine, CareHouse.Callout);
        return await _house.Get<CalloutClaims>().CloseHereAsync(CareHouse.Callout, "asked by telephone", stepsReason, Anna, CancellationToken.None);
    }
}
