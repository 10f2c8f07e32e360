namespace AuraConsole.Integration.Http;

/// <summary>AURA refused a call, or did not answer it.</summary>
public sealed class AuraApiException : Exception
{
    /// <summary>Creates the exception.</summary>
    public AuraApiException(AuraErrorKind kind, int? status, string? auraMessage, string correlationId, TimeSpan? retryAfter = null, Exception? inner = null)
        : base($"AURA call failed: {kind}, status {status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}, correlation {correlationId}.", inner)
    {
        Kind = kind;
        Status = status;
        AuraMessage = auraMessage;
        CorrelationId = correlationId;
        RetryAfter = retryAfter;
    }

    /// <summary>What a caller can act on.</summary>
    public AuraErrorKind Kind { get; }

    /// <summary>HTTP status; null without an answer.</summary>
    public int? Status { get; }

    /// <summary>AURA's <c>message</c>: to be shown, never parsed.</summary>
    public string? AuraMessage { get; }

    /// <summary>Sent with the call as <c>X-Correlation-Id</c> and logged.</summary>
    public string CorrelationId { get; }

    /// <summary>How long AURA asked to wait (429 or 503).</summary>
    public TimeSpan? RetryAfter { get; }
}
