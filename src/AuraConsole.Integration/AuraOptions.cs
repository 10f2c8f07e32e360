namespace AuraConsole.Integration;

/// <summary>Where AURA is and who we are there (configuration section <c>Aura</c>).</summary>
public sealed class AuraOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Aura";

    /// <summary>Scheme and host of the Panic API; every path hangs off it. Required.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Client id of the integration. Required.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Client secret of the integration. Required; never logged.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Longest wait for one attempt's answer. 1 s to 2 min; default 10 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Retries of a read after its first attempt. 0 to 5; default 2. A raise or cancel is never retried.</summary>
    public int ReadRetries { get; set; } = 2;

    /// <summary>Largest answer that is read, in bytes. 64 KiB to 256 MiB; default 32 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Paths that AURA's pages leave open; our defaults.</summary>
    public AuraPaths Paths { get; } = new();

    /// <summary>Values of the configuration that could not be read, in words; never the value itself.</summary>
    internal List<string> Unreadable { get; } = [];
}
