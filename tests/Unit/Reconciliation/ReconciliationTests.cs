using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Simulator;
using AuraConsole.Unit.Apply;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Reconciliation;

/// <summary>The console against a simulator that sends no webhook. The console's clock moves only when a test says so.</summary>
public sealed class ReconciliationTests : IAsyncLifetime
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan List = TimeSpan.FromMinutes(1);

    private int _nextSentinel = 20;
    private SimulatorHost _aura = null!;
    private Spine _spine = null!;

    public async Task InitializeAsync()
    {
        _aura = await SimulatorHost.StartAsync(new SimulatorOptions { Url = "http://127.0.0.1:0", AutoAdvance = false, Silent = true });
        _spine = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _spine.DisposeAsync();
        await _aura.DisposeAsync();
    }

    [Fact]
    public async Task Poller_Alone_FollowsASilentCalloutUpToClosed()
    {
        var id = await RaisedAsync();
        await _spine.RunAsync<ActiveCalloutPoller>();
        await _spine.Time.TimerSetAsync(Poll);

        foreach (var stage in new[] { CalloutStage.Created, CalloutStage.Dispatched, CalloutStage.OnScene, CalloutStage.Completed, CalloutStage.Closed })
        {
            _aura.Step(id);
            await RoundAsync();
            await Until.TrueAsync(() => _spine.Board.Now.Find(id)!.Stage == stage);
        }

        Assert.Empty(_spine.Board.Now.Active);
        var reads = Reads(id);
        await RaisedAsync("SITE-0002");
        await RoundAsync();
        Assert.Equal(reads, Reads(id));
        Assert.Equal(4, (await _spine.CalloutAsync(id)).Entries.Count(e => e.Kind == EntryKind.StageReached));
    }

    [Fact]
    public async Task PollerAndList_WithoutNews_ChangeNothing()
    {
        var id = await RaisedAsync();
        _aura.Step(id);
        _aura.Step(id);
        await _spine.RunAsync<ActiveCalloutPoller>();
        await _spine.Time.TimerSetAsync(Poll);
        await RoundAsync();
        await ListedAsync(_spine.RunAsync<ActiveListReader>);
        var row = _spine.Board.Now.Find(id);
        Assert.Equal(CalloutStage.Dispatched, row!.Stage);

        await RoundAsync();
        await ListedAsync(AnotherListAsync);
        await ListedAsync(AnotherListAsync);

        Assert.True(Reads(id) >= 4);
        Assert.Same(row, _spine.Board.Now.Find(id));
    }

    [Fact]
    public async Task List_ShowsACalloutRaisedElsewhereAndHasItReadInFull()
    {
        var raised = _aura.Raise("SITE-0003")!;
        await _spine.RunAsync<RequestedReader>();

        await _spine.RunAsync<ActiveListReader>();

        await Until.TrueAsync(() => _spine.Board.Now.Find(raised.Id)?.Address is not null);
        Assert.True(_spine.Board.Now.Find(raised.Id)!.RaisedElsewhere);
        Assert.Equal("Intruder alarm", (await _spine.CalloutAsync(raised.Id)).Category);
    }

    [Fact]
    public async Task List_IsReadAgainAtItsInterval()
    {
        await ListedAsync(_spine.RunAsync<ActiveListReader>);
        var raised = _aura.Raise("SITE-0003")!;

        _spine.Time.Advance(List);

        await Until.TrueAsync(() => _spine.Board.Now.Find(raised.Id) is not null);
    }

    [Fact]
    public async Task List_WithoutACalloutOfOurs_ReadsItAndItCloses()
    {
        var id = await RaisedAsync();
        while (_aura.Step(id)!.IsActive)
            Assert.Equal(CalloutStage.Created, _spine.Board.Now.Find(id)!.Stage);
        _spine.Time.Advance(TimeSpan.FromSeconds(30));

        await _spine.RunAsync<ActiveListReader>();

        await Until.TrueAsync(() => _spine.Board.Now.Find(id)!.Stage == CalloutStage.Closed);
        Assert.False(_spine.Board.Now.Find(id)!.MissingAtAura);
    }

    [Fact]
    public async Task List_WithoutACalloutThatAuraDoesNotKnow_FlagsItAndNeverClosesIt()
    {
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 404, Status = "created" });
        _spine.Time.Advance(TimeSpan.FromSeconds(30));

        await _spine.RunAsync<ActiveListReader>();

        await Until.TrueAsync(() => _spine.Board.Now.Find(404)!.MissingAtAura);
        await ListedAsync(AnotherListAsync);
        await ListedAsync(AnotherListAsync);
        Assert.True(Reads(404) >= 2);
        Assert.Equal(CalloutStage.Created, _spine.Board.Now.Find(404)!.Stage);
        Assert.Equal(2, (await _spine.CalloutAsync(404)).Version);
        Assert.Equal(AuraReach.Connected, _spine.Upstream.Reach);
    }

    [Fact]
    public async Task List_WithoutACalloutRaisedAMomentAgo_ConcludesNothing()
    {
        await using var spine = await StartAsync(listInterval: "00:00:02");
        await Given.ReadingAsync(spine, new AuraCallout { Id = 404, Status = "created" });

        await ListedAsync(spine.RunAsync<ActiveListReader>, spine);
        await ListedAsync(() => AdvanceAsync(spine, TimeSpan.FromSeconds(2)), spine);

        Assert.False(spine.Board.Now.Find(404)!.MissingAtAura);
        Assert.Equal(0, Reads(404));
    }

    [Fact]
    public async Task List_WithAFlaggedCallout_ClearsTheFlag()
    {
        var id = await RaisedAsync();
        await Given.MissingAsync(_spine, id);

        await _spine.RunAsync<ActiveListReader>();

        await Until.TrueAsync(() => !_spine.Board.Now.Find(id)!.MissingAtAura);
    }

    [Fact]
    public async Task Aura_AwayAndBack_IsSeenWithinAPollEvenOnAnEmptyBoard()
    {
        await ListedAsync(_spine.RunAsync<ActiveListReader>);
        Assert.Equal(AuraReach.Connected, _spine.Upstream.Reach);
        var good = _spine.Upstream.LastGoodPollAt;

        _aura.Faults.Errors = -1;
        _spine.Time.Advance(List);
        await Until.TrueAsync(() => _spine.Upstream.Reach == AuraReach.Unreachable);
        Assert.Equal(good, _spine.Upstream.LastGoodPollAt);
        await _spine.Time.TimerSetAsync(Poll);
        _aura.Faults.Clear();
        _spine.Time.Advance(Poll);

        await Until.TrueAsync(() => _spine.Upstream.Reach == AuraReach.Connected);
        Assert.Null(_spine.Upstream.LastError);
    }

    [Fact]
    public async Task Aura_ThatListensNoMore_IsUnreachableAndTheBoardStays()
    {
        var id = await RaisedAsync();
        await _aura.DisposeAsync();
        await _spine.RunAsync<ActiveCalloutPoller>();
        await _spine.Time.TimerSetAsync(Poll);

        _spine.Time.Advance(Poll);

        await Until.TrueAsync(() => _spine.Upstream.Reach == AuraReach.Unreachable);
        Assert.Equal((CalloutStage.Created, false), (_spine.Board.Now.Find(id)!.Stage, _spine.Board.Now.Find(id)!.MissingAtAura));
    }

    [Fact]
    public async Task Aura_ThatRefusesOurCredentials_IsRefused()
    {
        await using var spine = await StartAsync(secret: "not-the-secret");

        await spine.RunAsync<ActiveListReader>();

        await Until.TrueAsync(() => spine.Upstream.Reach == AuraReach.Refused);
    }

    [Fact]
    public async Task Stop_DuringAReading_LogsNoFailure()
    {
        var id = await RaisedAsync();
        _aura.Faults.Hangs = 2;
        await _spine.RunAsync<RequestedReader>();
        await _spine.RunAsync<ActiveCalloutPoller>();
        await _spine.Time.TimerSetAsync(Poll);
        _spine.Reads.Ask(id);
        _spine.Time.Advance(Poll);
        await Until.TrueAsync(() => _aura.Faults.Hangs == 0);

        await _spine.DisposeAsync();

        Assert.Empty(_spine.Logs.Warnings);
    }

    private Task<Spine> StartAsync(string secret = "simulator-secret", string listInterval = "00:01:00") => Spine.StartAsync(settings: new Dictionary<string, string?>
    {
        ["Aura:BaseUrl"] = _aura.Url.AbsoluteUri,
        ["Aura:ClientSecret"] = secret,
        ["Reconciliation:ActiveListInterval"] = listInterval,
    });

    /// <summary>A callout at AURA that the board shows.</summary>
    private async Task<long> RaisedAsync(string reference = "SITE-0001")
    {
        var id = _aura.Raise(reference)!.Id;
        await _spine.Services.GetRequiredService<CalloutReading>().ReadAsync(id, CancellationToken.None);
        Assert.Equal(CalloutStage.Created, _spine.Board.Now.Find(id)!.Stage);
        return id;
    }

    /// <summary>One round of polling that reads something.</summary>
    private async Task RoundAsync()
    {
        _spine.Time.Advance(Poll);
        await Until.TrueAsync(() => _spine.Upstream.LastGoodPollAt == _spine.Time.GetUtcNow());
    }

    /// <summary>Lets the list be read. The sentinel, raised before, shows that it was applied.</summary>
    private async Task ListedAsync(Func<Task> read, Spine? on = null)
    {
        var sentinel = _aura.Raise($"SITE-{_nextSentinel++:0000}")!;
        await read();
        await Until.TrueAsync(() => (on ?? _spine).Board.Now.Find(sentinel.Id) is not null);
    }

    private Task AnotherListAsync() => AdvanceAsync(_spine, List);

    private static Task AdvanceAsync(Spine spine, TimeSpan by)
    {
        spine.Time.Advance(by);
        return Task.CompletedTask;
    }

    private int Reads(long id) => _aura.State.Requests.Count(request => request.Path.EndsWith($"/callouts/{id}", StringComparison.Ordinal));
}
