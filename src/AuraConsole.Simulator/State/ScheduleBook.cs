namespace AuraConsole.Simulator.State;

/// <summary>The scheduled requests of a source. Nothing comes of one: AURA does not say whether an occurrence raises a callout.</summary>
internal sealed class ScheduleBook
{
    private const int Capacity = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ScheduledRequest> _requests = new(StringComparer.OrdinalIgnoreCase);

    public int Count
    {
        get
        {
            lock (_gate) return _requests.Count;
        }
    }

    /// <summary>Keeps a request; false when there are too many that are not yet over.</summary>
    public bool TryAdd(ScheduledRequest request, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_requests.Count >= Capacity)
            {
                foreach (var over in _requests.Values.Where(old => old.DateTo < now).ToList()) _requests.Remove(over.Id);
            }

            return _requests.Count < Capacity && _requests.TryAdd(request.Id, request);
        }
    }

    public bool Cancel(string id)
    {
        lock (_gate) return _requests.Remove(id);
    }
}

/// <summary>A scheduled request; its id is AURA's integer, or a UUID in the older documents.</summary>
internal sealed record ScheduledRequest(
    string Id, string ServiceType, long CustomerId, DateTimeOffset DateFrom, DateTimeOffset DateTo, DateTimeOffset NextOccurrence);
