using System.Security.Cryptography;
using System.Text;

namespace AuraConsole.Simulator.State;

/// <summary>Everything the simulator knows; in memory, gone with the process.</summary>
public sealed class SimulatorState
{
    private const int FirstSourceId = 12;
    private const int LogCapacity = 200;

    private readonly List<SourceState> _sources = [];
    private readonly Dictionary<string, byte[]> _secrets = new(StringComparer.Ordinal);
    private readonly BoundedLog<RequestEntry> _requests = new(LogCapacity);
    private readonly BoundedLog<DeliveryEntry> _deliveries = new(LogCapacity);
    private readonly BoundedLog<UploadEntry> _uploads = new(LogCapacity);
    private long _lastEventId;

    internal SimulatorState(SimulatorOptions options, TimeProvider time)
    {
        Ids = new IdSequence(time);
        Tokens = new TokenStore(options, time);
        AddSource(options.ClientId, options.ClientSecret);
        foreach (var (clientId, secret) in options.ExtraClients) AddSource(clientId, secret);
        _lastEventId = Ids.Start;
        SeededCustomers.Fill(Main.Customers, options.SeedCustomers, time.GetUtcNow());
        foreach (var site in SeededSites.Make(options.SeedSites, time.GetUtcNow())) Main.Add(site);
    }

    /// <summary>The source of <see cref="SimulatorOptions.ClientId"/>.</summary>
    public SourceState Main => _sources[0];

    /// <summary>All sources.</summary>
    public IReadOnlyList<SourceState> Sources => _sources;

    /// <summary>The last 200 API requests, oldest first.</summary>
    public IReadOnlyList<RequestEntry> Requests => _requests.Snapshot();

    /// <summary>The last 200 webhook POSTs, oldest first.</summary>
    public IReadOnlyList<DeliveryEntry> Deliveries => _deliveries.Snapshot();

    /// <summary>The last 200 uploaded site files, oldest first.</summary>
    public IReadOnlyList<UploadEntry> Uploads => _uploads.Snapshot();

    internal IdSequence Ids { get; }

    internal TokenStore Tokens { get; }

    /// <summary>The source of a client id.</summary>
    public SourceState? Source(string clientId) => _sources.Find(source => source.ClientId == clientId);

    /// <summary>The source that has a callout.</summary>
    public SourceState? SourceOfCallout(long calloutId) => _sources.Find(source => source.Callout(calloutId) is not null);

    internal void Record(RequestEntry request) => _requests.Add(request);

    internal void Record(DeliveryEntry delivery) => _deliveries.Add(delivery);

    internal void Record(UploadEntry upload) => _uploads.Add(upload);

    /// <summary>Events come in far greater numbers than the rest and must not use up <see cref="Ids"/>.</summary>
    internal long NextEventId() => Interlocked.Increment(ref _lastEventId);

    internal bool Accepts(string clientId, string secret) =>
        _secrets.TryGetValue(clientId, out var expected) && CryptographicOperations.FixedTimeEquals(expected, Hash(secret));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private void AddSource(string clientId, string secret)
    {
        _sources.Add(new SourceState(FirstSourceId + _sources.Count, clientId));
        _secrets[clientId] = Hash(secret);
    }
}
