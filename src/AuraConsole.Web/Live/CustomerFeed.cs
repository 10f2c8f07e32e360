namespace AuraConsole.Web.Live;

/// <summary>Tells open pages that customers have changed.</summary>
public sealed class CustomerFeed(TimeProvider time, ILogger<CustomerFeed> logger)
{
    private readonly LiveFeed _feed = new(time, logger);

    public int Subscribers => _feed.Subscribers;

    public IDisposable Subscribe(Func<Task> refresh) => _feed.Subscribe(refresh);

    public void Publish() => _feed.Publish();
}
