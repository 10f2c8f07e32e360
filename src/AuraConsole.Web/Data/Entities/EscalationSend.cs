namespace AuraConsole.Web.Data.Entities;

/// <summary>One message of the webhook. This table is the outbox: written with the firing, sent afterwards, kept until long after.</summary>
public sealed class EscalationSend
{
    public const int BodyLength = 64 * 1024;
    public const int AnswerLength = 500;
    public const int EventLength = 40;

    /// <summary>Goes out with the message: whoever receives it twice knows it by this.</summary>
    public Guid Id { get; set; }

    public required string Event { get; set; }

    public required string Body { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public EscalationSendState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>The receiver's last status; null when there was no answer.</summary>
    public int? Status { get; set; }

    /// <summary>What went wrong last, or the beginning of the answer.</summary>
    public string? Answer { get; set; }
}

public enum EscalationSendState
{
    Waiting,
    Sent,

    /// <summary>Tried often enough; a person has to look.</summary>
    GivenUp,
}
