using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Reconciliation;
using AuraConsole.Web.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuraConsole.Unit.Reconciliation;

/// <summary>AURA tells nobody that another registration has taken the webhook's slot; polling that finds what no delivery told gives it away.</summary>
public sealed class SlotInDoubtTests : IAsyncLifetime
{
    private int _next = 1;
    private SimulatorHost _aura = null!;
    private Spine _spine = null!;

    public async Task InitializeAsync()
    {
        _aura = await SimulatorHost.StartAsync(new SimulatorOptions { Url = "http://127.0.0.1:0", AutoAdvance = false, Silent = true });
        _spine = await Spine.StartAsync(settings: new Dictionary<string, string?> { ["Aura:BaseUrl"] = _aura.Url.AbsoluteUri, ["Aura:ClientSecret"] = "simulator-secret" });
        await _spine.RunAsync<InboxWriter>();
    }

    public async Task DisposeAsync()
    {
        await _spine.DisposeAsync();
        await _aura.DisposeAsync();
    }

    private bool IsInDoubt => _spine.Services.GetRequiredService<IOptions<WebhookOptions>>().Value.IsInDoubt(_spine.Upstream);

    [Fact]
    public async Task Changes_FoundByPollingAlone_PutTheSlotInDoubt_UntilADeliveryComes()
    {
        await DeliveredAsync(1);
        await ChangesAsync(4);
        Assert.False(IsInDoubt);

        await ChangesAsync(1);
        Assert.True(IsInDoubt);

        await DeliveredAsync(2);
        Assert.False(IsInDoubt);
    }

    [Fact]
    public async Task Changes_WhereNothingWasEverDelivered_AreNoDoubt()
    {
        await ChangesAsync(8);

        Assert.False(IsInDoubt);
    }

    [Fact]
    public async Task Readings_WithoutNews_AreNoDoubt()
    {
        await DeliveredAsync(1);
        var id = _aura.Raise("SITE-0001")!.Id;
        foreach (var _ in Enumerable.Range(0, 10))
            await ReadAsync(id);

        Assert.False(IsInDoubt);
    }

    private async Task DeliveredAsync(int id)
    {
        // later than the one before, as the door's clock has it
        _spine.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, id)));
        await Until.TrueAsync(() => _spine.Upstream.LearnedByPolling == 0 && _spine.Upstream.LastDeliveryAt is not null);
    }

    /// <summary>So many stages that AURA reaches and no delivery tells of.</summary>
    private async Task ChangesAsync(int count)
    {
        foreach (var reference in Enumerable.Range(_next, count).Select(number => $"SITE-{number:0000}"))
        {
            var id = _aura.Raise(reference)!.Id;
            _aura.Step(id);
            _aura.Step(id);
            await ReadAsync(id);
            Assert.Equal(CalloutStage.Dispatched, _spine.Board.Now.Find(id)!.Stage);
        }
        _next += count;
    }

    private async Task ReadAsync(long id) =>
        Assert.Equal(ReadingResult.Read, await _spine.Services.GetRequiredService<CalloutReading>().ReadAsync(id, CancellationToken.None));
}
