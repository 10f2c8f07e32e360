using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>What happens to a callout once it is raised: positions, events, reasons, cancellation, dismissal.</summary>
public sealed class CalloutContractTests(BothHouses houses) : ContractTest(houses)
{
    private static readonly CalloutPosition Elsewhere = new(-26.2, 28.1, 5);

    [Theory, BothDialects]
    public async Task UpdateLocation_Active_TakenAndAfterClosure285(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseForAsync((await house.NewCustomerAsync()).Id)).Callout.Id;

        var moved = await house.Aura.Callouts.UpdateLocationAsync(id, Elsewhere);
        house.Close(id);
        var late = await house.Aura.Callouts.UpdateLocationAsync(id, new CalloutPosition(0, 0));

        Assert.Equal((false, true), (moved.Closed, late.Closed));
        Assert.Equal((id, "closed", -26.2), (late.Callout!.Id, late.Callout.Status, late.Callout.Latitude));
        Assert.Equal(("-26.2", 5.0), (house.Main.Callout(id)!.Latitude, house.Main.Callout(id)!.Position!.Accuracy));
        Assert.Equal(1, house.Asked("POST", $"/panic-api/v2/callouts/{id}/location", 285));
    }

    [Theory, BothDialects]
    public async Task UpdateLocationAndReturn_ActiveThenClosed_TheCalloutEachTime(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseForAsync((await house.NewCustomerAsync()).Id)).Callout.Id;

        var moved = await house.Aura.Callouts.UpdateLocationAndReturnAsync(id, Elsewhere);
        house.Close(id);
        var late = await house.Aura.Callouts.UpdateLocationAndReturnAsync(id, new CalloutPosition(0, 0));

        Assert.Equal((id, -26.2, 28.1, false), (moved.Id, moved.Latitude, moved.Longitude, moved.ClosedByStatusCode));
        Assert.Equal((id, -26.2, true), (late.Id, late.Latitude, late.ClosedByStatusCode));
        Assert.Equal(CalloutStage.Closed, StageRules.ShownBy(late));
    }

    [Theory, BothDialects]
    public async Task Cancel_WithoutSafeCode_StoodDownThenClosed(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;

        var answer = await house.Aura.Callouts.CancelAsync(id);
        var read = await house.Aura.Callouts.GetAsync(id);
        house.Close(id);

        Assert.Equal(id, answer!.Id);
        Assert.Equal(CalloutStage.StoodDown, StageRules.ShownBy(read));
        Assert.NotNull(house.Main.Callout(id)!.CancelledAt);
        await House.RefusedAsync(AuraErrorKind.Invalid, 400, () => house.Aura.Callouts.CancelAsync(id));
    }

    [Theory, BothDialects]
    public async Task CancelWithSafeCode_TheCustomers_Cancelled(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();
        var id = (await house.RaiseForAsync(customer.Id)).Callout.Id;

        await house.Aura.Callouts.CancelAsync(id, customer.Mobile![^4..]);

        var kept = house.Main.Callout(id)!;
        Assert.Equal((customer.Mobile[^4..], false), (kept.SafeCode, kept.Duress));
        Assert.NotNull(kept.CancelledAt);
    }

    [Theory, BothDialects]
    public async Task CancelWithSafeCode_Wrong_400AndDuress(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseForAsync((await house.NewCustomerAsync()).Id)).Callout.Id;

        await House.RefusedAsync(AuraErrorKind.Invalid, 400, () => house.Aura.Callouts.CancelAsync(id, "9999x"));

        var kept = house.Main.Callout(id)!;
        Assert.Equal((true, true, null), (kept.Duress, kept.IsActive, kept.CancelledAt));
        Assert.Equal(CalloutStage.Created, StageRules.ShownBy(await house.Aura.Callouts.GetAsync(id)));
    }

    [Theory, BothDialects]
    public async Task Dismiss_Active_NotedAndNothingElse(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;

        await house.Aura.Callouts.DismissAsync(id);

        var kept = house.Main.Callout(id)!;
        Assert.NotNull(kept.DismissedAt);
        Assert.True(kept.IsActive);
    }

    [Theory, BothDialects]
    public async Task SendEvent_Words_KeptAndAnsweredAndListed(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;

        var sent = await house.Aura.Events.SendAsync(id, new NewCalloutEvent("Gate code is 4411, tell @admin"));
        var list = await house.Aura.Events.ListAsync(id);

        Assert.Equal((id, "Gate code is 4411, tell @admin"), (sent.CalloutId, sent.Text));
        Assert.Equal([list[0].Id, sent.Id], list.Select(one => one.Id).Take(2));
        Assert.Equal(("Callout created", sent.Text), (list[0].Text, list[1].Text));
        if (house.IsBare) return;
        Assert.Equal(["@admin"], sent.Tags);
        Assert.Equal(("customer", "CHAT", "STATUS"), (list[1].SenderRole, list[1].Type, list[0].Type));
        Assert.Equal(["@admin"], list[1].Tags);
    }

    [Theory, BothDialects]
    public async Task SendEvent_AfterClosure_400(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;
        house.Close(id);

        await House.RefusedAsync(AuraErrorKind.Invalid, 400, () => house.Aura.Events.SendAsync(id, new NewCalloutEvent("Too late")));

        Assert.NotEmpty(await house.Aura.Events.ListAsync(id));
    }

    [Theory, BothDialects]
    public async Task ListReasons_ThenAttachOne_KeptAndAnswered(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;

        var reason = (await house.Aura.Reasons.ListAsync(id)).Single(one => one.Text == "False alarm");
        await house.Aura.Callouts.CancelAsync(id);
        var attached = await house.Aura.Reasons.AttachAsync(id, reason.Id, "keypad fault");

        var kept = Assert.Single(house.Main.Dossier(id).Reasons);
        Assert.Equal((reason.Id, "keypad fault"), (kept.ReasonId, kept.Notes));
        Assert.Equal((kept.Id, reason.Id, "keypad fault"), (attached!.Id, attached.ReasonId, attached.Notes));
        Assert.NotNull(attached.CreatedAt);
    }

    [Theory, BothDialects]
    public async Task AttachReason_Unknown_400(Dialect dialect)
    {
        var id = (await In(dialect).RaiseAsync()).Id;

        await House.RefusedAsync(AuraErrorKind.Invalid, 400, () => In(dialect).Aura.Reasons.AttachAsync(id, 999));
    }
}
