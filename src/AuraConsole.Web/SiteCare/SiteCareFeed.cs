using AuraConsole.Web.Live;

namespace AuraConsole.Web.SiteCare;

/// <summary>Tells open pages that a site's dossier, plan or test has changed.</summary>
public sealed class SiteCareFeed(TimeProvider time, ILogger<SiteCareFeed> logger)
{
    private readonly LiveFeed _feed = new(time, logger);

    public IDisposable Subscribe(Func<Task> refresh, int siteId) => _feed.Subscribe(refresh, siteId);

    /// <param name="siteId">Null: of many sites at once.</param>
    public void Publish(int? siteId) => _feed.Publish(siteId);
}
