using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Unit.Sites;

/// <summary>AURA's sites in memory. Each operation can be made to fail, before or after it took effect, or to wait.</summary>
internal sealed class FakeSitesApi : ISitesApi
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, AuraSite> _sites = [];
    private long _lastId = 1000;

    /// <summary>What was asked, such as <c>create depot</c>.</summary>
    public List<string> Calls { get; } = [];

    public List<SiteDetails> Sent { get; } = [];

    /// <summary>A change that is refused without taking effect.</summary>
    public AuraApiException? Refusal { get; set; }

    /// <summary>A change that takes effect, and whose answer is lost.</summary>
    public AuraApiException? LostAnswer { get; set; }

    public AuraApiException? ListFailure { get; set; }

    public AuraApiException? GetFailure { get; set; }

    /// <summary>Every call waits for this.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>What AURA makes of a site before it answers.</summary>
    public Func<AuraSite, AuraSite> Answer { get; set; } = static site => site;

    public static AuraApiException Failure(AuraErrorKind kind, string? message = null) => new(kind, null, message, "c0ffee");

    public void DoesNotAnswer(bool tookEffect)
    {
        var failure = Failure(AuraErrorKind.OutcomeUnknown);
        LostAnswer = tookEffect ? failure : null;
        Refusal = tookEffect ? null : failure;
    }

    public AuraSite Has(string reference, string? name = null, long? id = null, string? address = null) => Has(new AuraSite
    {
        Id = id ?? Interlocked.Increment(ref _lastId),
        Reference = reference,
        Name = name ?? "Site " + reference,
        Address = address,
        Latitude = -26.1,
        Longitude = 28,
    });

    public AuraSite Has(AuraSite site)
    {
        lock (_gate)
            return _sites[site.Id] = site;
    }

    public void Forget(long id)
    {
        lock (_gate)
            _sites.Remove(id);
    }

    public async Task<IReadOnlyList<AuraSite>> ListAsync(CancellationToken cancellationToken = default)
    {
        await EnterAsync("list", cancellationToken);
        if (ListFailure is not null)
            throw ListFailure;
        lock (_gate)
            return [.. _sites.Values];
    }

    public Task<AuraSite> CreateAsync(SiteDetails site, CancellationToken cancellationToken = default) =>
        ChangeAsync("create", site.Reference, () => Keep(Interlocked.Increment(ref _lastId), site), site);

    public async Task<AuraSite> GetAsync(long siteId, CancellationToken cancellationToken = default)
    {
        await EnterAsync("get", cancellationToken);
        if (GetFailure is not null)
            throw GetFailure;
        lock (_gate)
            return _sites.GetValueOrDefault(siteId) ?? throw Failure(AuraErrorKind.NotFound);
    }

    public Task<AuraSite> UpdateAsync(long siteId, SiteDetails site, CancellationToken cancellationToken = default) =>
        ChangeAsync("update", site.Reference, () => Keep(siteId, site), site);

    public Task DeleteAsync(long siteId, CancellationToken cancellationToken = default) =>
        ChangeAsync("delete", siteId.ToString(System.Globalization.CultureInfo.InvariantCulture), () =>
        {
            lock (_gate)
                return _sites.Remove(siteId, out var gone) ? gone : throw Failure(AuraErrorKind.NotFound);
        });

    private AuraSite Keep(long id, SiteDetails site) => Has(Answer(new AuraSite
    {
        Id = id,
        Reference = site.Reference,
        Name = site.Name,
        Address = site.Address,
        Latitude = site.Latitude,
        Longitude = site.Longitude,
        TypeId = site.TypeId,
        AdditionalInformation = site.AdditionalInformation,
        W3w = site.W3w,
        CustomerId = site.CustomerId,
    }));

    private async Task<AuraSite> ChangeAsync(string what, string which, Func<AuraSite> change, SiteDetails? sent = null)
    {
        await EnterAsync($"{what} {which}", CancellationToken.None);
        if (sent is not null)
            Sent.Add(sent);
        if (Refusal is not null)
            throw Refusal;
        var answer = change();
        return LostAnswer is null ? answer : throw LostAnswer;
    }

    private async Task EnterAsync(string call, CancellationToken cancellationToken)
    {
        lock (_gate)
            Calls.Add(call);
        await Hold.WaitAsync(cancellationToken);
    }
}
