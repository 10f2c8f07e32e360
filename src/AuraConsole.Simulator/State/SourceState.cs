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
    private readonly Dictionary<long, CalloutDossier> _dossiers = [];
    private WebhookRegistration? _webhook;

    internal SourceState(int id, string clientId)
    {
        (Id, ClientId) = (id, clientId);
        Customers = new CustomerBook(Gate);
    }

    /// <summary><c>customerSourceId</c>.</summary>
    public int Id { get; }

    /// <summary>The credentials' client id.</summary>
    public string ClientId { get; }

    /// <summary>Its customers and their subscriptions.</summary>
    public CustomerBook Customers { get; }

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

    internal DeviceBook Devices { get; } = new();

    internal ScheduleBook Schedule { get; } = new();

    /// <summary>Reads of customers' subscription lists, which AURA limits per source.</summary>
    internal SlidingWindow SubscriptionLists { get; } = new(TimeSpan.FromSeconds(10));

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

    /// <summary>Makes the sites what a whole file says: new ones come, others change, active ones that are missing are deleted.</summary>
    internal SiteSync Sync(
        IReadOnlyCollection<SimulatedSite> wanted, IReadOnlySet<string> present, Func<long> nextId, DateTimeOffset now,
        Action<SimulatedSite> refuse)
    {
        lock (Gate)
        {
            var missing = Sites.Where(site => !present.Contains(site.Reference)).ToList();
            foreach (var site in missing) Delete(site.Id, now);

            var (created, updated, unchanged) = (0, 0, 0);
            foreach (var site in wanted)
            {
                if (Site(site.Reference) is not { } old)
                {
                    if (Add(site with { Id = nextId(), CreatedAt = now, UpdatedAt = now }) == SiteChange.Done) created++;
                    else refuse(site);
                }
                else if (site with { Id = old.Id, CreatedAt = old.CreatedAt, UpdatedAt = old.UpdatedAt } == old)
                {
                    unchanged++;
                }
                else
                {
                    Replace(site with { Id = old.Id, CreatedAt = old.CreatedAt, UpdatedAt = now });
                    updated++;
                }
            }

            return new SiteSync(created, updated, unchanged, missing.Count);
        }
    }

    /// <summary>The callout that a second raise joins. One that was cancelled has been given up and does not count.</summary>
    internal SimulatedCallout? ActiveAt(long siteId)
    {
        lock (Gate)
        {
            return _active.Values.FirstOrDefault(callout => callout.Site?.Id == siteId && callout.Step != SimulatedStep.Cancelled);
        }
    }

    /// <summary>The callout that a customer's second raise joins; a site's callout is not the customer's.</summary>
    internal SimulatedCallout? ActiveOf(long customerId)
    {
        lock (Gate)
        {
            return _active.Values.FirstOrDefault(
                callout => callout.Customer?.Id == customerId && callout.Step != SimulatedStep.Cancelled);
        }
    }

    /// <summary>What belongs to a callout; use it under the <see cref="Gate"/>.</summary>
    internal CalloutDossier Dossier(long calloutId)
    {
        if (_dossiers.TryGetValue(calloutId, out var known)) return known;
        var dossier = new CalloutDossier();
        if (_callouts.ContainsKey(calloutId)) _dossiers[calloutId] = dossier;
        return dossier;
    }

    /// <summary>The callout with a rating.</summary>
    internal CalloutDossier? DossierOfRating(long ratingId)
    {
        lock (Gate) return _dossiers.Values.FirstOrDefault(dossier => dossier.Rating?.Id == ratingId);
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
        _dossiers.Remove(id);
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

/// <summary>What a whole file changed.</summary>
internal sealed record SiteSync(int Created, int Updated, int Unchanged, int Deleted);
