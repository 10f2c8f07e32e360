using System.Diagnostics.Metrics;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Webhooks;

public sealed class InboxWriterTests : IAsyncLifetime
{
    private readonly List<int> _groups = [];
    private MeterListener? _listener;
    private Spine _spine = null!;

    public async Task InitializeAsync()
    {
        _spine = await Spine.StartAsync();
        var meters = _spine.Services.GetRequiredService<IMeterFactory>();
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "auraconsole.inbox.group" && ReferenceEquals(instrument.Meter.Scope, meters))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        _listener.SetMeasurementEventCallback<int>((_, size, _, _) =>
        {
            lock (_groups)
                _groups.Add(size);
        });
        _listener.Start();
    }

    public async Task DisposeAsync()
    {
        _listener!.Dispose();
        await _spine.DisposeAsync();
    }

    [Fact]
    public async Task Deliveries_ThatArriveDuringACommit_ShareTheNextOne()
    {
        await _spine.RunAsync<InboxWriter>();
        List<Task<bool>> stored;
        using (await _spine.Services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None))
            stored = [.. Enumerable.Range(1, 300).Select(id => _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, id)))];

        Assert.All(await Task.WhenAll(stored), Assert.True);

        Assert.Equal([300], _groups);
        Assert.Equal(Enumerable.Range(1, 300).Select(id => (long?)id), (await _spine.DeliveriesAsync()).Select(d => d.EntityId));
    }

    [Fact]
    public async Task Delivery_Stored_RingsAndIsSeenByTheTruthBar()
    {
        await _spine.RunAsync<InboxWriter>();

        Assert.True(await _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, 7)));

        await _spine.Services.GetRequiredService<InboxDoorbell>().WaitAsync(TimeSpan.FromDays(1), _spine.Time, CancellationToken.None);
        await Until.TrueAsync(() => _spine.Upstream.LastDeliveryAt == _spine.Time.GetUtcNow());
    }

    [Fact]
    public async Task Delivery_Repeated_AsksForAReading()
    {
        await _spine.RunAsync<InboxWriter>();

        await _spine.DeliverAsync(Bodies.Minimal(Bodies.Arrived, 7));
        await _spine.DeliverAsync(Bodies.Minimal(Bodies.Arrived, 7));

        Assert.Equal(7, await _spine.Reads.NextAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Deliveries_BeyondTheRoom_AreRefusedNotKept()
    {
        await _spine.RunAsync<InboxWriter>();
        List<Task<bool>> stored;
        using (await _spine.Services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None))
            stored = [.. Enumerable.Range(1, 6000).Select(id => _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, id)))];

        var answers = await Task.WhenAll(stored);

        Assert.Contains(false, answers);
        Assert.Equal(answers.Count(isStored => isStored), (await _spine.DeliveriesAsync()).Count);
        Assert.True(await _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, 9000)));
    }

    [Fact]
    public async Task Stop_WithDeliveriesWaiting_AnswersThatTheyAreNotStored()
    {
        var writer = await _spine.RunAsync<InboxWriter>();
        using var turn = await _spine.Services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);
        var waiting = Enumerable.Range(1, 10).Select(id => _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, id))).ToList();

        await writer.StopAsync(CancellationToken.None);

        Assert.All(await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(10)), Assert.False);
        Assert.False(await _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, 11)));
        Assert.Empty(await _spine.DeliveriesAsync());
        Assert.Empty(_spine.Logs.Warnings);
    }
}
