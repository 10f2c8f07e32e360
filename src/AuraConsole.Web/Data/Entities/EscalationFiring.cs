namespace AuraConsole.Web.Data.Entities;

/// <summary>A rule that fired. One is open for each rule and subject at most; it closes when its cause ends, and the rule may fire again.</summary>
public sealed class EscalationFiring
{
    public const int SubjectLength = 40;
    public const int PlaceLength = 200;

    public long Id { get; set; }

    public int RuleId { get; set; }

    /// <summary>As the rule was called then: rules are edited and deleted, firings stay.</summary>
    public required string RuleName { get; set; }

    public EscalationKind Kind { get; set; }

    /// <summary><c>callout:100234</c>, <c>sound</c> or <c>aura</c>.</summary>
    public required string Subject { get; set; }

    /// <summary>AURA's id of the callout; null when it is about the console as a whole.</summary>
    public long? CalloutAuraId { get; set; }

    public int? GroupId { get; set; }

    /// <summary>The site; never a customer.</summary>
    public string? Place { get; set; }

    /// <summary>When the cause began.</summary>
    public DateTimeOffset Since { get; set; }

    public DateTimeOffset FiredAt { get; set; }

    public int Threshold { get; set; }

    public bool OnBoard { get; set; }

    public bool WithSound { get; set; }

    public bool ByWebhook { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public string? AcknowledgedByName { get; set; }

    public bool IsOpen => EndedAt is null;
}
