using AuraConsole.Integration.Http;

namespace AuraConsole.Web.Live;

/// <summary>How AURA looks from here.</summary>
public enum AuraReach
{
    /// <summary>Nothing was asked yet.</summary>
    NotYet,

    Connected,

    /// <summary>No answer, or failing.</summary>
    Unreachable,

    /// <summary>Answers, and refuses our credentials.</summary>
    Refused,
}

/// <summary>The proofs of life that the truth bar shows.</summary>
public sealed record UpstreamState
{
    public AuraReach Reach { get; init; }

    /// <summary>Since when AURA looks so.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? LastGoodPollAt { get; init; }

    public DateTimeOffset? LastDeliveryAt { get; init; }

    /// <summary>How many changes of a stage were learned by polling since the last delivery.</summary>
    public int LearnedByPolling { get; init; }

    public AuraErrorKind? LastError { get; init; }

    /// <summary>Deliveries that could not be applied and wait for a person.</summary>
    public int SetAside { get; init; }
}
