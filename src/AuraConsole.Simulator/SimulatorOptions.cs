using AuraConsole.Simulator.Faults;

namespace AuraConsole.Simulator;

/// <summary>How the stand-in for AURA behaves; bound from the configuration section <c>Aura:Simulator</c>.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Aura:Simulator";

    /// <summary>Whether the console starts the simulator in its own process. Alone it always runs.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where it listens; plain HTTP. Port 0 takes a free port.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5081";

    /// <summary>The accepted client id; it owns the seeded sites.</summary>
    public string ClientId { get; set; } = "simulator";

    /// <summary>The secret of <see cref="ClientId"/>.</summary>
    public string ClientSecret { get; set; } = "simulator-secret";

    /// <summary>More credentials (id, secret). Each is a customer source of its own that starts without sites.</summary>
    public Dictionary<string, string> ExtraClients { get; set; } = new(StringComparer.Ordinal);

    /// <summary>How long a token is accepted.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The delays between a callout's steps.</summary>
    public TempoOptions Tempo { get; set; } = new();

    /// <summary>Whether callouts move by themselves. When false only the control API moves them, with webhooks.</summary>
    public bool AutoAdvance { get; set; } = true;

    /// <summary>
    /// As AURA's staging: nothing moves or closes by itself and steps by hand send no webhook. What the API itself triggers
    /// (a new callout, a cancel) is still sent.
    /// </summary>
    public bool Silent { get; set; }

    /// <summary>Which generation of AURA's documents the answers follow.</summary>
    public Dialect Dialect { get; set; } = Dialect.Wrapped;

    /// <summary>How much a delivery's body says.</summary>
    public WebhookBody WebhookBody { get; set; } = WebhookBody.Rich;

    /// <summary>
    /// Whether a second raise for a site with an active callout answers with that callout. AURA documents it for customers only; false is
    /// a server that makes a second one.
    /// </summary>
    public bool ReuseActiveCallout { get; set; } = true;

    /// <summary>Whether a raise without <c>responseTypeId</c> is refused, as one of AURA's pages says.</summary>
    public bool RequireResponseType { get; set; }

    /// <summary>Whether lists come as <c>{message, predefinedLocations|callouts}</c>; AURA's envelope is not known.</summary>
    public bool WrapLists { get; set; }

    /// <summary>Status of a successful site creation, 200 or 201; AURA says only "Successful".</summary>
    public int CreateStatus { get; set; } = 200;

    /// <summary>How many sites <see cref="ClientId"/> starts with; the same ones at each start.</summary>
    public int SeedSites { get; set; } = 40;

    /// <summary>How many customers <see cref="ClientId"/> starts with, with and without active subscriptions.</summary>
    public int SeedCustomers { get; set; } = 8;

    /// <summary>
    /// Whether the first webhook registered is told of the customers the simulator starts with, so that a console can show them: the API
    /// has no list of customers.
    /// </summary>
    public bool AnnounceCustomers { get; set; }

    /// <summary>Whether AURA's controller answers chat; never when <see cref="Silent"/>.</summary>
    public bool ChatReplies { get; set; } = true;

    /// <summary>How long the controller takes to answer.</summary>
    public TimeSpan ChatReplyDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The scheduled services that may be asked for; AURA documents <c>guarding</c> and enables others per source.</summary>
    public List<string> ServiceTypes { get; set; } = ["guarding", "patrol"];

    /// <summary>How many reads of customers' subscription lists a source has within ten seconds.</summary>
    public int SubscriptionListLimit { get; set; } = 50;

    /// <summary>Whether a 429 says when to come back; AURA documents no such header.</summary>
    public bool RetryAfterHeader { get; set; } = true;

    /// <summary>The greatest site file that is taken.</summary>
    public long UploadLimitBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>How long the receiver of a webhook or of an upload's result may take.</summary>
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What is logged at least.</summary>
    public LogLevel MinimumLogLevel { get; set; } = LogLevel.Warning;

    /// <summary>What goes wrong; may be changed at run time.</summary>
    public SimulatorFaults Faults { get; set; } = new();

    /// <summary>Every fault of the configuration, each naming its key; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        void Check(bool fine, string key, string text)
        {
            if (!fine) problems.Add($"{SectionName}:{key} {text}");
        }

        Check(
            Uri.TryCreate(Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp
                && (url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || url.Host == "localhost"),
            nameof(Url), "must be an http:// address with an IP address or localhost.");
        Check(!string.IsNullOrWhiteSpace(ClientId), nameof(ClientId), "must not be empty.");
        Check(!string.IsNullOrWhiteSpace(ClientSecret), nameof(ClientSecret), "must not be empty.");
        Check(!ExtraClients.ContainsKey(ClientId), nameof(ExtraClients), $"must not repeat {nameof(ClientId)}.");
        Check(ExtraClients.Values.All(static secret => !string.IsNullOrWhiteSpace(secret)), nameof(ExtraClients), "must all have secrets.");
        Check(TokenLifetime > TimeSpan.Zero, nameof(TokenLifetime), "must be positive.");
        Check(Tempo.IsValid, nameof(Tempo), "must have no negative delay, and none over a day.");
        Check(CreateStatus is 200 or 201, nameof(CreateStatus), "must be 200 or 201.");
        Check(SeedSites is >= 0 and <= 100_000, nameof(SeedSites), "must be from 0 to 100000.");
        Check(SeedCustomers is >= 0 and <= 1_000, nameof(SeedCustomers), "must be from 0 to 1000.");
        Check(
            ChatReplyDelay >= TimeSpan.Zero && ChatReplyDelay <= TimeSpan.FromDays(1), nameof(ChatReplyDelay),
            "must not be negative, nor over a day.");
        Check(ServiceTypes.TrueForAll(static type => !string.IsNullOrWhiteSpace(type)), nameof(ServiceTypes), "must all have names.");
        Check(SubscriptionListLimit is > 0 and <= 100_000, nameof(SubscriptionListLimit), "must be from 1 to 100000.");
        Check(UploadLimitBytes is > 0 and <= 1L << 30, nameof(UploadLimitBytes), "must be positive, up to 1 GiB.");
        Check(WebhookTimeout > TimeSpan.Zero, nameof(WebhookTimeout), "must be positive.");
        return problems;
    }
}
