using System.Collections.Concurrent;

namespace AuraConsole.Web.Live;

/// <summary>
/// Tells subscribers that something they may show has changed; they look for themselves. Subscribe first, then load. Each subscriber
/// has a coalescer of its own, so a slow one holds up nobody.
/// </summary>
public sealed class LiveFeed(TimeProvider time, ILogger logger)
{
    /// <summary>Shortest time between two refreshes of one subscriber.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = new();

    public int Subscribers => _subscriptions.Count;

    /// <summary>Calls <paramref name="refresh"/> after changes, until the answer is disposed.</summary>
    /// <param name="refresh">Re-reads what it shows; runs on a thread of its own.</param>
    /// <param name="calloutId">Only changes of this callout; null for all.</param>
    public IDisposable Subscribe(Func<Task> refresh, long? calloutId = null)
    {
        var subscription = new Subscription(this, new Coalescer(refresh, Interval, time, logger), calloutId);
        _subscriptions[subscription] = 0;
        return subscription;
    }

    /// <summary>Publishes a change; only ever after its commit.</summary>
    public void Publish(long? calloutId = null)
    {
        foreach (var (subscription, _) in _subscriptions)
        {
            if (calloutId is null || subscription.CalloutId is null || subscription.CalloutId == calloutId)
                subscription.Coalescer.Ring();
        }
    }

    private sealed class Subscription(LiveFeed feed, Coalescer coalescer, long? calloutId) : IDisposable
    {
        public Coalescer Coalescer => coalescer;

        public long? CalloutId => calloutId;

        public void Dispose()
        {
            feed._subscriptions.TryRemove(this, out _);
            coalescer.Dispose();
        }
    }
}
