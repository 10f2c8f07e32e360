using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Sites.Importing;

/// <summary>Tells open pages that an import has moved on.</summary>
public sealed class ImportFeed(TimeProvider time, ILogger<ImportFeed> logger)
{
    private readonly LiveFeed _feed = new(time, logger);

    public IDisposable Subscribe(Func<Task> refresh) => _feed.Subscribe(refresh);

    public void Publish() => _feed.Publish();
}

/// <summary>Wakes the worker of imports.</summary>
public sealed class ImportDoorbell : Doorbell;
