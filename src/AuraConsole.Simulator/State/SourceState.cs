using AuraConsole.Simulator.Webhooks;

namespace AuraConsole.Simulator.State;

/// <summary>All that belongs to one customer source, that is to one set of credentials.</summary>
public sealed class SourceState
{
    private const int SiteCapacity = 200_000;
    private const int CalloutCapacity = 10_000;

    private readonly SortedDictionary<long, SimulatedSite> _sites = [];
    private readonly Dictionary<string, long> _byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<long, SimulatedCallout> _callouts = [];
    private readonly SortedDictionary<long, SimulatedCallout> _active = [];
    private readonly Queue<long> _closed = new();
    private WebhookRegistration? _webhook;

    internal SourceState(int id, string clientId) => (Id, ClientId) = (id, clientId);

    /// <summary><c>customerSourceId</c>.</summary>
    public int Id { get; }

    /// <summary>The credentials' client id.</summary>
    public string ClientId { get; }

    /// <summary>The sites in service, by id.</summary>
    public IReadOnlyList<SimulatedSite> Sites
    {
        get
        {
            lock (Gate) return [.. _sites.Values.Where(static site => site.DeletedAt is null)];
        }
    }

    /// <summary>The callouts that are kept, oldest first.</summary>
    public IReadOnlyList<SimulatedCallout> Callouts
    {
        get
        {
            lock (Gate) return [.. _callouts.Values.OrderBy(static callout => callout.Id)];
        }
    }

    /// <summary>The callouts that are not closed, oldest first.</summary>
    public IReadOnlyList<SimulatedCallout> ActiveCallouts
    {
        get
        {
            lock (Gate) return [.. _active.Values];
        }
    }

    /// <summary>The one registered webhook.</summary>
    public WebhookRegistration? Webhook
    {
        get => Volatile.Read(ref _webhook);
        internal set => Volatile.Write(ref _webhook, value);
    }

    /// <summary>Held over a change and what follows from it, so that deliveries are queued in the order of the changes.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>A callout of this source.</summary>
    public SimulatedCallout? Callout(long id)
    {
        lock (Gate) return _callouts.GetValueOrDefault(id);
    }

    /// <summary>A site in service.</summary>
    public SimulatedSite? Site(long id)
    {
        lock (Gate) return _sites.GetValueOrDefault(id) is { DeletedAt: null } site ? site : null;
    }

    /// <summary>A site in service, by its reference.</summary>
    public SimulatedSite? Site(string reference)
    {
        lock (Gate) return _byReference.TryGetValue(reference, out var id) ? _sites[id] : null;
    }

    internal SiteChange Add(SimulatedSite site)
    {
        lock (Gate)
        {
            if (_byReference.ContainsKey(site.Reference)) return SiteChange.DuplicateReference;
            if (_sites.Count >= SiteCapacity) return SiteChange.Full;
            _sites[site.Id] = site;
            _byReference[site.Reference] = site.Id;
            return SiteChange.Done;
        }
    }

    internal SiteChange Replace(SimulatedSite site)
    {
        lock (Gate)
        {
            if (Site(site.Id) is not { } old) return SiteChange.Unknown;
            if (_byReference.TryGetValue(site.Reference, out var holder) && holder != site.Id) return SiteChange.DuplicateReference;
            _byReference.Remove(old.Reference);
            _byReference[site.Reference] = site.Id;
            _sites[site.Id] = site;
            return SiteChange.Done;
        }
    }

    internal SiteChange Delete(long id, DateTimeOffset now)
    {
        lock (Gate)
        {
            if (Site(id) is not { } site) return SiteChange.Unknown;
            _byReference.Remove(site.Reference);
            _sites[id] = site with { DeletedAt = now, UpdatedAt = now };
            return SiteChange.Done;
        }
    }

    /// <summary>The callout that a second raise joins. One that was cancelled has been given up and does not count.</summary>
    internal SimulatedCallout? ActiveAt(long siteId)
    {
        lock (Gate)
        {
            return _active.Values.FirstOrDefault(callout => callout.Site.Id == siteId && callout.Step != SimulatedStep.Cancelled);
        }
    }

    internal void Put(SimulatedCallout callout)
    {
        lock (Gate)
        {
            _callouts[callout.Id] = callout;
            if (callout.IsActive)
            {
                _active[callout.Id] = callout;
            }
            else if (_active.Remove(callout.Id))
            {
                _closed.Enqueue(callout.Id);
            }

            if (_callouts.Count > CalloutCapacity) DropOldest();
        }
    }

    private void DropOldest()
    {
        if (!_closed.TryDequeue(out var id))
        {
            id = _active.Keys.First();
            _active.Remove(id);
        }

        _callouts.Remove(id);
    }
}

/// <summary>How a change of a site went.</summary>
internal enum SiteChange
{
    Done,
    Unknown,
    DuplicateReference,
    Full,
}
