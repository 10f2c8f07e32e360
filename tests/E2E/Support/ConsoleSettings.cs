using AuraConsole.Simulator;

namespace AuraConsole.E2E.Support;

/// <summary>What a test asks of its console and of the AURA behind it.</summary>
internal sealed record ConsoleSettings
{
    /// <summary>So rare that within a test only webhooks bring news; it is the longest the console accepts.</summary>
    public static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    /// <summary>Often enough that a test need not wait.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    public const string Secret = "Bearer secret-of-the-browser-tests-0123456789";

    public TimeSpan PollInterval { get; init; } = Never;

    public TimeSpan ActiveListInterval { get; init; } = Never;

    /// <summary>Whether the webhook is registered at AURA before the console is used.</summary>
    public bool RegistersWebhook { get; init; } = true;

    /// <summary>Runs the console in a process of its own, which can be killed.</summary>
    public bool OwnProcess { get; init; }

    /// <summary>Changes of the simulator's options; without any, callouts move only when the test says so.</summary>
    public Action<SimulatorOptions> Aura { get; init; } = static _ => { };

    /// <summary>More configuration of the console.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    public SimulatorOptions SimulatorOptions()
    {
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", AutoAdvance = false, SeedSites = 8 };
        Aura(options);
        return options;
    }

    /// <summary>The console's configuration, in keys with colons.</summary>
    public Dictionary<string, string> ConfigurationFor(SimulatorHost aura, DataFolder data)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Console"] = $"Data Source={data.Database}",
            ["DataProtection:KeyFolder"] = data.Keys,
            ["Aura:BaseUrl"] = aura.Url.AbsoluteUri,
            ["Aura:ClientId"] = aura.Options.ClientId,
            ["Aura:ClientSecret"] = aura.Options.ClientSecret,
            ["Aura:Simulator:Enabled"] = "false",
            ["Webhook:Secret"] = Secret,
            ["Reconciliation:PollInterval"] = PollInterval.ToString("c"),
            ["Reconciliation:ActiveListInterval"] = ActiveListInterval.ToString("c"),
            // all browsers of a test sign in from one address
            ["SignIn:AttemptsPerMinute"] = "1000",
        };
        foreach (var (key, value) in Configuration) all[key] = value;
        return all;
    }
}
