using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Sites.Reading;

/// <summary>Tells open pages that sites have changed.</summary>
public sealed class SiteFeed(TimeProvider time, ILogger<SiteFeed> logger)
{
    private readonly LiveFeed _feed = new(time, logger);

    public int Subscribers => _feed.Subscribers;

    public IDisposable Subscribe(Func<Task> refresh) => _feed.Subscribe(refresh);

    public void Publish() => _feed.Publish();
}
