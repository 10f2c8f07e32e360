using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Web.Features.Handovers.Signing;
using Microsoft.EntityFrameworkCore;
using static AuraConsole.Unit.Handovers.HandoverHouse;

namespace AuraConsole.Unit.Handovers;

public sealed class HandoverTests : IDisposable
{
    private readonly HandoverHouse _house = new();

    [Fact]
    public async Task Handover_SignedConfirmedAndReceived_IsKeptWithBothSignatures()
    {
        _house.Publish(Rows.Of(1), Rows.Of(2, owner: "other"));

        var id = (await _house.SignAsync(notes: "  The gate at the depot sticks.  ")).Id!.Value;
        _house.Publish(Rows.Of(1, CalloutStage.OnScene, version: 2));
        await _house.ConfirmAsync(id, 0, Sipho);
        await _house.ConfirmAsync(id, 1, Sipho);
        var received = await _house.ReceiveAsync(id, Sipho);

        var view = await _house.ViewAsync(id, Sipho);
        Assert.True(received.IsDone);
        Assert.Equal(("Thandi", "The gate at the depot sticks."), (view.Handover.OutgoingName, view.Handover.Notes));
        Assert.Equal("Sipho", Assert.Single(view.Handover.Receipts).UserName);
        Assert.NotNull(view.Handover.ReceivedAt);
        // as it stood at the signature, not as it stands now
        Assert.Equal(CalloutStage.Created, view.Items[0].Stage);
        Assert.Equal(
            ["handover.received", "handover.item-confirmed", "handover.item-confirmed", "handover.signed"], (await _house.AuditAsync(id)).Select(record => record.Kind));
    }

    [Fact]
    public async Task Sign_TheSameFormTwice_IsOneHandover()
    {
        var form = Guid.NewGuid();
        _house.Publish(Rows.Of(1));

        var first = await _house.SignAsync(form: form);
        var second = await _house.SignAsync(form: form);

        Assert.Equal((HandoverOutcome.Signed, first.Id), (second.Outcome, second.Id));
        await using var db = _house.Database();
        Assert.Equal(1, await db.Handovers.CountAsync());
    }

    [Fact]
    public async Task Sign_AnotherIsOpen_IsRefusedUntilItIsWithdrawn()
    {
        var first = await _house.SignAsync();

        var refused = await _house.SignAsync();
        await _house.Outgoing.WithdrawAsync(first.Id!.Value, Thandi, CancellationToken.None);
        var again = await _house.SignAsync();

        Assert.Equal((HandoverOutcome.OpenAlready, first.Id), (refused.Outcome, refused.Id));
        Assert.True(again.IsDone);
    }

    [Fact]
    public async Task Sign_ListChangedSinceTheLastLook_IsRefused()
    {
        _house.Publish(Rows.Of(1));
        var seen = (await _house.ListAsync()).Select(item => (item.Kind, item.Subject)).ToList();
        _house.Publish(Rows.Of(2));

        var result = await _house.Outgoing.SignAsync(Guid.NewGuid(), null, seen, Thandi, CancellationToken.None);

        Assert.Equal(HandoverOutcome.ListChanged, result.Outcome);
    }

    [Fact]
    public async Task Confirm_OwnHandover_IsRefused()
    {
        _house.Publish(Rows.Of(1));
        var id = (await _house.SignAsync()).Id!.Value;

        Assert.Equal(HandoverOutcome.Own, (await _house.ConfirmAsync(id, 0, Thandi)).Outcome);
        Assert.Equal(HandoverOutcome.Own, (await _house.ReceiveAsync(id, Thandi)).Outcome);
    }

    [Fact]
    public async Task Confirm_OwnHandoverWhereConfigured_IsDone()
    {
        using var house = new HandoverHouse(allowSelf: true);
        house.Publish(Rows.Of(1));
        var id = (await house.SignAsync()).Id!.Value;

        Assert.True((await house.ConfirmAsync(id, 0, Thandi)).IsDone);
        Assert.True((await house.ReceiveAsync(id, Thandi)).IsDone);
    }

    [Fact]
    public async Task Confirm_TwoPeopleTheSameItem_TheSecondIsToldOfTheFirst()
    {
        _house.Publish(Rows.Of(1));
        var id = (await _house.SignAsync()).Id!.Value;
        var item = (await _house.ViewAsync(id, Sipho)).Items[0];

        var results = await Task.WhenAll(
            _house.Incoming.ConfirmAsync(id, item.Id, null, Sipho, CancellationToken.None), _house.Incoming.ConfirmAsync(id, item.Id, null, Lerato, CancellationToken.None));

        Assert.Single(results, result => result.IsDone);
        var loser = Assert.Single(results, result => !result.IsDone);
        Assert.Equal((HandoverOutcome.ConfirmedMeanwhile, (await _house.ViewAsync(id, Sipho)).Items[0].ConfirmedByName), (loser.Outcome, loser.ByName));
    }

    [Fact]
    public async Task Receive_ItemConfirmedBySomebodyWithoutASignature_WaitsUntilItIsConfirmedInstead()
    {
        _house.Publish(Rows.Of(1));
        var id = (await _house.SignAsync()).Id!.Value;
        await _house.ConfirmAsync(id, 0, Sipho);

        var early = await _house.ReceiveAsync(id, Lerato);
        await _house.ConfirmAsync(id, 0, Lerato);
        var received = await _house.ReceiveAsync(id, Lerato);

        Assert.Equal(HandoverOutcome.NotAllConfirmed, early.Outcome);
        Assert.True(received.IsDone);
        Assert.NotNull((await _house.ViewAsync(id, Lerato)).Handover.ReceivedAt);
    }

    [Fact]
    public async Task Receive_Twice_ChangesNothing()
    {
        var id = (await _house.SignAsync()).Id!.Value;

        var first = await _house.ReceiveAsync(id, Sipho);
        var second = await _house.ReceiveAsync(id, Sipho);

        Assert.Equal((HandoverOutcome.Done, HandoverOutcome.Signed), (first.Outcome, second.Outcome));
        Assert.Single((await _house.ViewAsync(id, Sipho)).Handover.Receipts);
    }

    [Fact]
    public async Task Receive_LimitedPerson_SignsForTheirPartAndTheRestWaits()
    {
        await _house.LimitAsync(Sipho, withUngrouped: false, Coast);
        _house.Publish(Rows.Of(1), Rows.Of(2) with { SiteGroupId = Coast });
        var id = (await _house.SignAsync()).Id!.Value;
        var view = await _house.ViewAsync(id, Sipho);
        var hidden = (await _house.ViewAsync(id, Lerato)).Items.Single(item => item.GroupId is null);

        var foreign = await _house.Incoming.ConfirmAsync(id, hidden.Id, null, Sipho, CancellationToken.None);
        await _house.ConfirmAsync(id, 0, Sipho);
        var part = await _house.ReceiveAsync(id, Sipho);

        Assert.Equal(["callout:2"], view.Items.Select(item => item.Subject));
        Assert.True(view.HasMore);
        Assert.Equal((HandoverOutcome.Gone, HandoverOutcome.Done), (foreign.Outcome, part.Outcome));
        Assert.Null((await _house.ViewAsync(id, Lerato)).Handover.ReceivedAt);
        await _house.Incoming.ConfirmAsync(id, hidden.Id, null, Lerato, CancellationToken.None);
        await _house.ReceiveAsync(id, Lerato);
        Assert.NotNull((await _house.ViewAsync(id, Lerato)).Handover.ReceivedAt);
    }

    [Fact]
    public async Task Find_NothingThatThePersonMaySee_IsNoHandover()
    {
        await _house.LimitAsync(Sipho, withUngrouped: false, Coast);
        _house.Publish(Rows.Of(1));
        var id = (await _house.SignAsync()).Id!.Value;

        Assert.Null(await _house.Queries.FindAsync(id, Sipho, CancellationToken.None));
        Assert.Empty(await _house.Queries.OpenAsync(Sipho, CancellationToken.None));
        Assert.Equal(HandoverOutcome.Gone, (await _house.ReceiveAsync(id, Sipho)).Outcome);
    }

    [Fact]
    public async Task Withdraw_AfterASignature_IsRefused()
    {
        _house.Publish(Rows.Of(1), Rows.Of(2) with { SiteGroupId = Coast });
        await _house.LimitAsync(Sipho, withUngrouped: false, Coast);
        var id = (await _house.SignAsync()).Id!.Value;
        await _house.ConfirmAsync(id, 0, Sipho);
        await _house.ReceiveAsync(id, Sipho);

        var result = await _house.Outgoing.WithdrawAsync(id, Thandi, CancellationToken.None);

        Assert.Equal((HandoverOutcome.Signed, "Sipho"), (result.Outcome, result.ByName));
    }

    [Fact]
    public async Task Restart_HalfWay_LosesNothing()
    {
        _house.Publish(Rows.Of(1), Rows.Of(2));
        var id = (await _house.SignAsync()).Id!.Value;
        await _house.ConfirmAsync(id, 0, Sipho);

        _house.Restart();
        await _house.ConfirmAsync(id, 1, Sipho);

        Assert.True((await _house.ReceiveAsync(id, Sipho)).IsDone);
        Assert.All((await _house.ViewAsync(id, Sipho)).Items, item => Assert.Equal("Sipho", item.ConfirmedByName));
    }

    [Fact]
    public async Task Past_ManyHandovers_ArePagedByTheLastNumber()
    {
        for (var i = 0; i < Web.Features.Handovers.HandoverQueries.Page + 3; i++)
            await _house.ReceiveAsync((await _house.SignAsync()).Id!.Value, Sipho);

        var first = await _house.Queries.PastAsync(null, Thandi, CancellationToken.None);
        var rest = await _house.Queries.PastAsync(first[Web.Features.Handovers.HandoverQueries.Page - 1].Id, Thandi, CancellationToken.None);

        Assert.Equal(Web.Features.Handovers.HandoverQueries.Page + 1, first.Count);
        Assert.Equal([3, 2, 1], rest.Select(line => line.Id));
        Assert.Equal("Sipho", rest[0].ReceivedBy);
    }

    [Fact]
    public async Task Sign_Stranger_IsRefused() => await Assert.ThrowsAsync<UnauthorizedAccessException>(
        () => _house.Outgoing.SignAsync(Guid.NewGuid(), null, [], new System.Security.Claims.ClaimsPrincipal(), CancellationToken.None));

    public void Dispose() => _house.Dispose();
}
