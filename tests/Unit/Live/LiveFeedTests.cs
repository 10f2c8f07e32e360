using AuraConsole.Unit.Support;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Unit.Live;

public sealed class LiveFeedTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly LiveFeed _feed;

    public LiveFeedTests() => _feed = new LiveFeed(_time, NullLogger.Instance);

    [Fact]
    public async Task Publish_ReachesEverySubscriber()
    {
        var (one, two) = (new Counter(), new Counter());
        using var first = _feed.Subscribe(one.RunAsync);
        using var second = _feed.Subscribe(two.RunAsync);

        _feed.Publish(7);

        await Until.TrueAsync(() => one.Count == 1 && two.Count == 1);
    }

    [Fact]
    public async Task Publish_OfOneCallout_ReachesItsSubscribersAndThoseOfAll()
    {
        var (all, seven, eight) = (new Counter(), new Counter(), new Counter());
        using var first = _feed.Subscribe(all.RunAsync);
        using var second = _feed.Subscribe(seven.RunAsync, 7);
        using var third = _feed.Subscribe(eight.RunAsync, 8);

        _feed.Publish(7);
        await Until.TrueAsync(() => all.Count == 1 && seven.Count == 1);
        // a sentinel: a change of callout 7 that had reached it would make this its second
        _time.Advance(LiveFeed.Interval);
        _feed.Publish(8);
        await Until.TrueAsync(() => eight.Count == 1 && all.Count == 2);

        Assert.Equal(1, seven.Count);
    }

    [Fact]
    public async Task Publish_OfNoCalloutInParticular_ReachesAll()
    {
        var seven = new Counter();
        using var subscription = _feed.Subscribe(seven.RunAsync, 7);

        _feed.Publish();

        await Until.TrueAsync(() => seven.Count == 1);
    }

    [Fact]
    public async Task Publish_WithASubscriberThatNeverEnds_ReachesTheOthersAndReturns()
    {
        var quick = new Counter();
        using var released = new ManualResetEventSlim();
        using var hung = _feed.Subscribe(() => new TaskCompletionSource().Task);
        using var blocked = _feed.Subscribe(() =>
        {
            released.Wait(TimeSpan.FromSeconds(20));
            return Task.CompletedTask;
        });
        using var good = _feed.Subscribe(quick.RunAsync);

        for (var i = 1; i <= 3; i++)
        {
            _feed.Publish(7);
            await Until.TrueAsync(() => quick.Count == i);
            _time.Advance(LiveFeed.Interval);
        }

        released.Set();
    }

    [Fact]
    public async Task Publish_WithASubscriberThatThrows_DoesNotReachThePublisher()
    {
        var good = new Counter();
        using var bad = _feed.Subscribe(() => throw new InvalidOperationException("broken"));
        using var subscription = _feed.Subscribe(good.RunAsync);

        Assert.Null(Record.Exception(() => _feed.Publish(7)));

        await Until.TrueAsync(() => good.Count == 1);
    }

    [Fact]
    public async Task Dispose_Unsubscribes()
    {
        var (gone, stays) = (new Counter(), new Counter());
        var subscription = _feed.Subscribe(gone.RunAsync);
        using var other = _feed.Subscribe(stays.RunAsync);
        Assert.Equal(2, _feed.Subscribers);

        subscription.Dispose();
        subscription.Dispose();
        _feed.Publish();
        await Until.TrueAsync(() => stays.Count == 1);

        Assert.Equal(1, _feed.Subscribers);
        Assert.Equal(0, gone.Count);
    }

    [Fact]
    public async Task Subscribe_KeepsTheSubscribersCulture()
    {
        var heard = new TaskCompletionSource<string>();
        var before = System.Globalization.CultureInfo.CurrentCulture;
        IDisposable subscription;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("af-ZA");
            subscription = _feed.Subscribe(() =>
            {
                heard.TrySetResult(System.Globalization.CultureInfo.CurrentCulture.Name);
                return Task.CompletedTask;
            });
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }

        _feed.Publish();

        Assert.Equal("af-ZA", await heard.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        subscription.Dispose();
    }

    private sealed class Counter
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public Task RunAsync()
        {
            Interlocked.Increment(ref _count);
            return Task.CompletedTask;
        }
    }
}
