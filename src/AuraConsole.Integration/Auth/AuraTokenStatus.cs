using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Auth;

/// <summary>What is known of the server token, never the token.</summary>
/// <param name="FetchedAt">When AURA issued the present one; UTC. Null before the first.</param>
/// <param name="ExpiresAt">When it ends by AURA's word.</param>
/// <param name="FailedAt">When AURA last issued none; null when it issued one since.</param>
/// <param name="Failure">Why not.</param>
public sealed record AuraTokenState(DateTimeOffset? FetchedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? FailedAt, AuraErrorKind? Failure);

/// <summary>Where the server token stands. Safe for threads.</summary>
public sealed class AuraTokenStatus
{
    private AuraTokenState _now = new(null, null, null, null);

    /// <summary>The present state.</summary>
    public AuraTokenState Now => Volatile.Read(ref _now);

    internal void Fetched(DateTimeOffset at, DateTimeOffset expiresAt) => Volatile.Write(ref _now, new AuraTokenState(at, expiresAt, null, null));

    internal void Failed(DateTimeOffset at, AuraErrorKind kind) => Volatile.Write(ref _now, Now with { FailedAt = at, Failure = kind });
}
