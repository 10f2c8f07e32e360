using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Web.Features.Sites.Reading;

/// <summary>AURA's list, put in order: one site per id, and one active site per reference.</summary>
public sealed class SiteListing
{
    private readonly Dictionary<long, AuraSite> _sites = [];
    private readonly HashSet<long> _unusable = [];

    public SiteListing(IReadOnlyList<AuraSite> listed, DateTimeOffset asked)
    {
        Asked = asked;
        var byReference = new Dictionary<string, long>(StringComparer.Ordinal);
        // of two active sites on one reference the newer one is the one meant; AURA's ids grow
        foreach (var site in listed.OrderByDescending(static site => site.Id))
        {
            var isKept = !string.IsNullOrWhiteSpace(site.Reference) && (site.Deleted || byReference.TryAdd(site.Reference, site.Id));
            if (!isKept || !_sites.TryAdd(site.Id, site))
                _unusable.Add(site.Id);
        }

        _unusable.ExceptWith(_sites.Keys);
    }

    /// <summary>When AURA was asked; a row that was read later than this knows better.</summary>
    public DateTimeOffset Asked { get; }

    public IReadOnlyDictionary<long, AuraSite> Sites => _sites;

    public int Unusable => _unusable.Count;

    /// <summary>AURA has it, but not in a way that can be kept: neither changed nor removed.</summary>
    public bool IsUnusable(long auraId) => _unusable.Contains(auraId);
}
