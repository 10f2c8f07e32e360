using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound.Messages;
using AuraConsole.Web.Webhooks;

namespace AuraConsole.Unit.Sheet;

public sealed class MessageTests : IAsyncLifetime
{
    private SheetHouse _house = null!;

    private CalloutMessages Messages => _house.Get<CalloutMessages>();

    private MessageReading Reading => _house.Get<MessageReading>();

    public async Task InitializeAsync() => _house = await SheetHouse.StartAsync();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Read_TheSameWordsTwice_AreOneEntry()
    {
        _house.Exchange.Told.Add(FakeExchange.Said(1, "Is the gate open?"));

        await Reading.ReadAsync(SheetHouse.Id, default);
        await Reading.ReadAsync(SheetHouse.Id, default);

        var entry = Assert.Single(await _house.EntriesAsync());
        Assert.Equal((EntryKind.MessageReceived, "Is the gate open?", "AURA controller", 1L), (entry.Kind, entry.Detail, entry.By, entry.AuraEventId));
    }

    [Fact]
    public async Task Read_LifecycleEvents_AreNotMessages()
    {
        _house.Exchange.Told.Add(FakeExchange.Said(1, "Responder dispatched", role: null));

        await Reading.ReadAsync(SheetHouse.Id, default);

        Assert.Empty(await _house.EntriesAsync());
    }

    [Fact]
    public async Task Send_AuraTakesIt_IsSentWithItsAuthorAndReadOnce()
    {
        var state = await Messages.SendAsync(SheetHouse.Id, Guid.NewGuid(), " Gate code 4411 ", SheetHouse.Thandi);
        _house.Exchange.Told.Add(FakeExchange.Said(9001, "Gate code 4411", "customer"));
        await Reading.ReadAsync(SheetHouse.Id, default);

        Assert.Equal(SendState.Sent, state);
        Assert.Equal(("Gate code 4411", "customer"), (_house.Exchange.Sent.Single().Text, _house.Exchange.Sent.Single().Source));
        var entry = Assert.Single(await _house.EntriesAsync());
        Assert.Equal((SendState.Sent, "Thandi", 9001L), (entry.Sending, entry.By, entry.AuraEventId));
    }

    [Fact]
    public async Task Send_TheSameFormTwice_LeavesOnce()
    {
        var id = Guid.NewGuid();

        await Messages.SendAsync(SheetHouse.Id, id, "Gate code 4411", SheetHouse.Thandi);
        var again = await Messages.SendAsync(SheetHouse.Id, id, "Gate code 4411", SheetHouse.Thandi);

        Assert.Equal(SendState.Sent, again);
        Assert.Single(_house.Exchange.Sent);
    }

    [Fact]
    public async Task Send_AnswerLostAndAuraHasIt_IsFoundByReading()
    {
        await LoseAsync();
        Assert.Equal(SheetHouse.Id, await _house.Get<MessageRequests>().NextAsync(default).WaitAsync(TimeSpan.FromSeconds(10)));
        _house.Exchange.Told.Add(FakeExchange.Said(42, "Gate code 4411", "customer", _house.Spine.Time.GetUtcNow()));

        await Reading.ReadAsync(SheetHouse.Id, default);

        var entry = Assert.Single(await _house.EntriesAsync());
        Assert.Equal((SendState.Sent, 42L), (entry.Sending, entry.AuraEventId));
        Assert.Single(_house.Exchange.Sent);
    }

    [Fact]
    public async Task Send_AnswerLostAndAuraHasNothing_StaysUnknownForTheWindowAndIsThenNotSent()
    {
        await LoseAsync();
        await Reading.ReadAsync(SheetHouse.Id, default);
        Assert.Equal(SendState.Unknown, (await _house.EntriesAsync()).Single().Sending);

        _house.Spine.Time.Advance(TimeSpan.FromSeconds(30));
        await Reading.ReadAsync(SheetHouse.Id, default);

        Assert.Equal(SendState.Failed, (await _house.EntriesAsync()).Single().Sending);
        Assert.Single(_house.Exchange.Sent);
    }

    [Fact]
    public async Task Send_AuraRefuses_SaysSoInAurasWords()
    {
        _house.Exchange.OnSend = _ => throw FakeExchange.Failure(AuraErrorKind.Invalid, "Too rude");

        await Messages.SendAsync(SheetHouse.Id, Guid.NewGuid(), "Hurry up", SheetHouse.Thandi);

        var entry = (await _house.EntriesAsync()).Single();
        Assert.Equal((SendState.Failed, "Too rude"), (entry.Sending, entry.Remark));
    }

    [Fact]
    public async Task Send_TooLong_IsRefusedBeforeAnythingIsRecorded()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Messages.SendAsync(SheetHouse.Id, Guid.NewGuid(), new string('x', CalloutMessages.TextLength + 1), SheetHouse.Thandi));

        Assert.Empty(await _house.EntriesAsync());
    }

    [Fact]
    public async Task Send_CalloutClosed_IsNotAllowed()
    {
        await _house.Spine.Writer.WriteAsync(async session => AuraConsole.Web.Apply.CalloutApply.Reach((await session.FindAsync(SheetHouse.Id))!, CalloutStage.Closed, session.Now), default);

        Assert.Null(await Messages.SendAsync(SheetHouse.Id, Guid.NewGuid(), "Hello", SheetHouse.Thandi));
        Assert.Empty(_house.Exchange.Sent);
    }

    [Fact]
    public async Task Start_MessageWasOnItsWay_IsUnknownNow()
    {
        await _house.Spine.Writer.WriteAsync(async session => session.Note(
            (await session.FindAsync(SheetHouse.Id))!,
            new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.MessageSent, Detail = "Hello", CommandId = Guid.NewGuid(), Sending = SendState.Sending }), default);

        await _house.Spine.RunAsync<MessageReader>();

        Assert.Equal(SendState.Unknown, (await _house.EntriesAsync()).Single().Sending);
    }

    [Fact]
    public async Task Delivery_EventsChanged_AsksForAReading()
    {
        await _house.Spine.RunAsync<InboxWriter>();
        await _house.Spine.RunAsync<InboxProcessor>();

        Assert.True(await _house.Spine.DeliverAsync("""{"message":"CALLOUT_EVENTS_CHANGED","callout":{"id":100234}}"""));

        Assert.Equal(SheetHouse.Id, await _house.Get<MessageRequests>().NextAsync(default).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private async Task LoseAsync()
    {
        _house.Exchange.OnSend = _ => throw FakeExchange.Failure(AuraErrorKind.OutcomeUnknown);
        Assert.Equal(SendState.Unknown, await Messages.SendAsync(SheetHouse.Id, Guid.NewGuid(), "Gate code 4411", SheetHouse.Thandi));
    }
}
