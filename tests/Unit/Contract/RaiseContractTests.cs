using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>Raising and reading callouts (api reference: callouts).</summary>
public sealed class RaiseContractTests(BothHouses houses) : ContractTest(houses)
{
    [Theory, BothDialects]
    public async Task RaiseForSite_EveryOptionalMember_KeptAndAnswered(Dialect dialect)
    {
        var house = In(dialect);
        var site = await house.NewSiteAsync();

        var raised = await house.Aura.Callouts.RaiseForSiteAsync(
            site.Reference,
            new RaiseForSite { ResponseTypeId = 2, ClassificationId = 2, InternalTest = true, InstallerIdentifier = "branch-7" });

        var kept = house.Main.Callout(raised.Callout.Id)!;
        Assert.Equal(
            (site.Id, 2L, 2L, true, "branch-7"),
            (kept.Site!.Id, kept.ResponseTypeId, kept.ClassificationId, kept.InternalTest, kept.InstallerIdentifier));
        Assert.Equal((site.Id, 2, 2), (raised.Callout.SiteId, raised.Callout.ResponseTypeId, raised.Callout.ClassificationId));
        Assert.Equal(
            house.IsBare ? (null, null) : (site.Reference, "branch-7"), (raised.Reference, raised.InstallerIdentifier));
        Assert.StartsWith("http", raised.Callout.TrackingUrl, StringComparison.Ordinal);
        Assert.False(JoinedCallout.JoinedExisting(raised.Callout, house.Now.AddSeconds(-1)));
    }

    [Theory, BothDialects]
    public async Task RaiseForSite_Nothing_SecurityAndReal(Dialect dialect)
    {
        var callout = await In(dialect).RaiseAsync();

        Assert.Equal((1, 1, -26.1), (callout.ResponseTypeId, callout.ClassificationId, callout.Latitude));
        Assert.Equal(CalloutStage.Created, StageRules.ShownBy(callout));
    }

    [Theory, BothDialects]
    public Task RaiseForSite_UnknownReference_400(Dialect dialect) => House.RefusedAsync(
        AuraErrorKind.Invalid, 400, () => In(dialect).Aura.Callouts.RaiseForSiteAsync("nowhere/ä", new RaiseForSite()));

    [Theory, BothDialects]
    public async Task RaiseForSite_ActiveThere_JoinsIt(Dialect dialect)
    {
        var house = In(dialect);
        var site = await house.NewSiteAsync();
        var first = await house.Aura.Callouts.RaiseForSiteAsync(site.Reference, new RaiseForSite());

        var second = await house.Aura.Callouts.RaiseForSiteAsync(site.Reference, new RaiseForSite());

        Assert.Equal(first.Callout.Id, second.Callout.Id);
        Assert.True(JoinedCallout.JoinedExisting(second.Callout, house.Now.AddMinutes(1)));
    }

    [Theory, BothDialects]
    public async Task RaiseForCustomer_LiveLocation_KeptAndAnswered(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();

        var raised = await house.Aura.Callouts.RaiseForCustomerAsync(customer.Id, new RaiseForCustomer
        {
            Position = new CalloutPosition(-33.925, 18.424, 12.5),
            ResponseTypeId = 2,
            ClassificationId = 2,
            InternalTest = true,
        });

        var kept = house.Main.Callout(raised.Callout.Id)!;
        Assert.Equal(("-33.925", "18.424", 12.5), (kept.Latitude, kept.Longitude, kept.Position!.Accuracy));
        Assert.Equal((customer.Id, 2L, 2L, true), (kept.CustomerId, kept.ResponseTypeId, kept.ClassificationId, kept.InternalTest));
        Assert.Equal((customer.Id, -33.925, 18.424), (raised.Callout.CustomerId, raised.Callout.Latitude, raised.Callout.Longitude));
        Assert.StartsWith("http", raised.Callout.TrackingUrl, StringComparison.Ordinal);
    }

    [Theory, BothDialects]
    public async Task RaiseForCustomer_ActiveAlready_JoinsItUntilItIsClosed(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();
        var first = await house.RaiseForAsync(customer.Id);
        var sentAt = house.Now.AddMinutes(1);

        var second = await house.RaiseForAsync(customer.Id);
        house.Close(first.Callout.Id);
        var third = await house.RaiseForAsync(customer.Id);

        Assert.Equal(first.Callout.Id, second.Callout.Id);
        Assert.True(JoinedCallout.JoinedExisting(second.Callout, sentAt));
        Assert.NotEqual(first.Callout.Id, third.Callout.Id);
        Assert.False(JoinedCallout.JoinedExisting(third.Callout, house.Now));
    }

    [Theory, BothDialects]
    public async Task RaiseForCustomer_WithoutSubscription_403(Dialect dialect)
    {
        var customer = await In(dialect).NewCustomerAsync(covered: false);

        await House.RefusedAsync(AuraErrorKind.Forbidden, 403, () => In(dialect).RaiseForAsync(customer.Id));
    }

    [Theory, BothDialects]
    public async Task RaiseForCustomer_UnknownResponseType_400(Dialect dialect)
    {
        var customer = await In(dialect).NewCustomerAsync();

        await House.RefusedAsync(
            AuraErrorKind.Invalid, 400,
            () => In(dialect).Aura.Callouts.RaiseForCustomerAsync(
                customer.Id, new RaiseForCustomer { Position = new CalloutPosition(-26, 28), ResponseTypeId = 99 }));
    }

    [Theory, BothDialects]
    public async Task Get_StepByStep_EveryStageIsRead(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;
        var stages = new List<CalloutStage?>();

        do stages.Add(StageRules.ShownBy(await house.Aura.Callouts.GetAsync(id)));
        while (house.Server.Step(id)!.Step != AuraConsole.Simulator.State.SimulatedStep.Closed);
        stages.Add(StageRules.ShownBy(await house.Aura.Callouts.GetAsync(id)));

        Assert.Equal(
            [CalloutStage.Created, CalloutStage.Dispatched, CalloutStage.OnScene, CalloutStage.Completed, CalloutStage.Closed],
            stages.Distinct());
    }

    [Theory, BothDialects]
    public async Task Get_Dispatched_TellsWhatTheDialectTells(Dialect dialect)
    {
        var house = In(dialect);
        var raised = await house.RaiseAsync();
        for (var step = 0; step < 3; step++) house.Server.Step(raised.Id);

        var read = await house.Aura.Callouts.GetAsync(raised.Id);

        Assert.Equal((raised.SiteId, raised.CreatedAt, "Responder Arrived"), (read.SiteId, read.CreatedAt, read.Status));
        if (house.IsBare)
        {
            Assert.Empty(read.Dispatches);
            return;
        }

        var (dispatch, kept) = (Assert.Single(read.Dispatches), house.Main.Callout(raised.Id)!.Responder!);
        Assert.Equal((kept.Name, kept.Callsign, kept.Supplier), (dispatch.Responder, dispatch.Callsign, dispatch.Supplier));
        Assert.True(dispatch.DispatchedAt <= dispatch.ArrivedAt);
        Assert.Equal(("SECURITY", "REAL", false, "Security"), (read.ResponseType, read.Classification, read.InternalTest, read.Emergency));
    }

    [Theory, BothDialects]
    public async Task ListActive_OfTheSourceAndOfACustomer_OnlyWhatIsNotClosed(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();
        var (atSite, ofCustomer, closed) = (await house.RaiseAsync(), (await house.RaiseForAsync(customer.Id)).Callout, await house.RaiseAsync());
        house.Close(closed.Id);

        var active = (await house.Aura.Callouts.ListActiveAsync()).Select(callout => callout.Id).ToList();
        var own = await house.Aura.Callouts.ListActiveForCustomerAsync(customer.Id);

        Assert.Contains(atSite.Id, active);
        Assert.Contains(ofCustomer.Id, active);
        Assert.DoesNotContain(closed.Id, active);
        Assert.Equal([ofCustomer.Id], own.Select(callout => callout.Id));
        Assert.Empty(await house.Foreign.Callouts.ListActiveAsync());
    }
}
