using System.Collections.Concurrent;
using AuraConsole.Unit.Integration;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Unit.Live;

public sealed class CoalescerTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ManualTimeProvider _time = new();
    private readonly CollectedLogs _logs = new();
    private readonly ConcurrentQueue<TimeSpan> _runs = new();
    private readonly DateTimeOffset _start;
    private readonly List<Coalescer> _made = [];

    public CoalescerTests() => _start = _time.GetUtcNow();

    public void Dispose() => _made.ForEach(coalescer => coalescer.Dispose());

    [Fact]
    public async Task Ring_First_RunsAtOnce()
    {
        var coalescer = New(() => Task.CompletedTask);

        coalescer.Ring();

        await RanAsync(1);
        Assert.Equal([TimeSpan.Zero], _runs);
    }

    [Fact]
    public async Task Ring_TwoHundredTimes_RunsOnceNowAndOnceAfterTheInterval()
    {
        var coalescer = New(() => Task.CompletedTask);

        coalescer.Ring();
        await RanAsync(1);
        for (var i = 0; i < 200; i++)
            coalescer.Ring();
        await _time.TimerSetAsync(Interval);
        _time.Advance(Interval / 2);
        _time.Advance(Interval / 2);
        await RanAsync(2);
        // a sentinel: had there been a third run, this one would be the fourth
        _time.Advance(Interval);
        coalescer.Ring();
        await RanAsync(3);

        Assert.Equal([TimeSpan.Zero, Interval, 2 * Interval], _runs);
    }

    [Fact]
    public async Task Ring_WhileRunning_IsNotLost()
    {
        var gate = new TaskCompletionSource();
        var coalescer = New(() => gate.Task);
        coalescer.Ring();
        await RanAsync(1);

        coalescer.Ring();
        gate.SetResult();
        await _time.TimerSetAsync(Interval);
        _time.Advance(Interval);

        await RanAsync(2);
        Assert.Equal(Interval, _runs.Last());
    }

    [Fact]
    public async Task Ring_DuringARunLongerThanTheInterval_RunsAgainAtItsEnd()
    {
        var gate = new TaskCompletionSource();
        var coalescer = New(() => gate.Task);
        coalescer.Ring();
        await RanAsync(1);

        _time.Advance(3 * Interval);
        coalescer.Ring();
        gate.SetResult();

        await RanAsync(2);
        Assert.Equal(3 * Interval, _runs.Last());
    }

    [Fact]
    public async Task Run_NeverOverlapsItself()
    {
        var inside = 0;
        var most = 0;
        var coalescer = New(async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        });

        Parallel.For(0, 500, i =>
        {
            coalescer.Ring();
            if (i % 10 == 0)
                _time.Advance(Interval);
        });
        await Until.TrueAsync(() =>
        {
            coalescer.Ring();
            _time.Advance(Interval);
            return _runs.Count > 20;
        });

        Assert.Equal(1, most);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_ThatThrows_IsLoggedAndTheNextOneRuns(bool atOnce)
    {
        var failures = 1;
        var coalescer = New(() =>
        {
            if (Interlocked.Decrement(ref failures) < 0)
                return Task.CompletedTask;
            var failure = new InvalidOperationException("the page is broken");
            return atOnce ? throw failure : Task.FromException(failure);
        });

        coalescer.Ring();
        await RanAsync(1);
        coalescer.Ring();
        await _time.TimerSetAsync(Interval);
        _time.Advance(Interval);

        await RanAsync(2);
        Assert.Contains("the page is broken", Assert.Single(_logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAPageThatWentAway_IsNoFailure()
    {
        var coalescer = New(() => throw new ObjectDisposedException("page"));

        coalescer.Ring();
        await RanAsync(1);
        coalescer.Ring();
        await _time.TimerSetAsync(Interval);

        Assert.Empty(_logs.Warnings);
    }

    [Fact]
    public async Task Dispose_WhileARunWaits_CancelsIt()
    {
        var coalescer = New(() => Task.CompletedTask);
        coalescer.Ring();
        await RanAsync(1);
        coalescer.Ring();
        await _time.TimerSetAsync(Interval);

        coalescer.Dispose();
        _time.Advance(Interval);
        coalescer.Ring();
        New(() => Task.CompletedTask).Ring();

        await RanAsync(2);
        Assert.Equal(2, _runs.Count);
    }

    private Coalescer New(Func<Task> refresh)
    {
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(_logs));
        var coalescer = new Coalescer(
            () =>
            {
                _runs.Enqueue(_time.GetUtcNow() - _start);
                return refresh();
            },
            Interval, _time, factory.CreateLogger("live"));
        _made.Add(coalescer);
        return coalescer;
    }

    private Task RanAsync(int times) => Until.TrueAsync(() => _runs.Count >= times);
}
