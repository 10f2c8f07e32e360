namespace AuraConsole.Web.Data.Entities;

/// <summary>One webhook POST, kept as it came. The inbox is this table.</summary>
public sealed class Delivery
{
    public const int FingerprintLength = 64;
    public const int EventLength = 100;
    public const int ErrorLength = 2000;
    public const int HeadersLength = 2000;

    public long Id { get; set; }

    public required string Fingerprint { get; set; }

    public required string Event { get; set; }

    public string? EntityKind { get; set; }

    public long? EntityId { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public required byte[] Body { get; set; }

    /// <summary>One a line, without those that prove or identify; null for deliveries older than this column.</summary>
    public string? Headers { get; set; }

    public DeliveryStatus Status { get; set; }

    /// <summary>How often the same delivery came again.</summary>
    public int Repeats { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Why it was ignored or set aside.</summary>
    public string? Reason { get; set; }
}
