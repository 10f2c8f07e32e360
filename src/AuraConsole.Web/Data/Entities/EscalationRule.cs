namespace AuraConsole.Web.Data.Entities;

/// <summary>When somebody is to be told that work stands still, and who.</summary>
public sealed class EscalationRule
{
    public const int NameLength = 100;

    /// <summary>Most rules there may be.</summary>
    public const int Most = 50;

    public int Id { get; set; }

    public required string Name { get; set; }

    public EscalationKind Kind { get; set; }

    /// <summary>How long the cause lasts before it fires, in seconds.</summary>
    public int Threshold { get; set; }

    public bool IsOn { get; set; }

    /// <summary>A strip on the board.</summary>
    public bool OnBoard { get; set; }

    /// <summary>Sound at the consoles of supervisors.</summary>
    public bool WithSound { get; set; }

    public bool ByWebhook { get; set; }

    /// <summary>Also for test callouts and those of sites on test.</summary>
    public bool WithTests { get; set; }

    /// <summary>Concurrency token, changed with every edit.</summary>
    public Guid Version { get; set; }
}

/// <summary>What stands still.</summary>
public enum EscalationKind
{
    /// <summary>A callout that nobody claims.</summary>
    Unclaimed,

    /// <summary>A callout with an owner on which nothing happens.</summary>
    Idle,

    /// <summary>No console with sound is connected.</summary>
    NobodyArmed,

    /// <summary>No good answer from AURA.</summary>
    AuraSilent,
}
