namespace AuraConsole.Web.Data.Entities;

/// <summary>Where escalations are sent to; one row.</summary>
public sealed class EscalationHook
{
    public const int OnlyId = 1;
    public const int UrlLength = 500;
    public const int SecretLength = 2000;

    public int Id { get; set; }

    public required string Url { get; set; }

    /// <summary>Protected with the installation's keys; nothing ever shows it again.</summary>
    public required string Secret { get; set; }

    public DateTimeOffset SecretSetAt { get; set; }

    public bool IsOn { get; set; }

    /// <summary>Concurrency token, changed with every edit.</summary>
    public Guid Version { get; set; }
}
