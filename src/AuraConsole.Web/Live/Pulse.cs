namespace AuraConsole.Web.Live;

/// <summary>The server's sign of life to screens without a circuit: a quiet night must not look like a dead line.</summary>
public sealed record Pulse
{
    /// <summary>The server's time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Changes when the console was replaced by another version: the screen then loads itself anew.</summary>
    public required string Build { get; init; }

    public required AuraReach Reach { get; init; }

    public DateTimeOffset? ReachSince { get; init; }

    public DateTimeOffset? LastGoodPollAt { get; init; }

    public static string ThisBuild { get; } = typeof(Pulse).Module.ModuleVersionId.ToString("N", System.Globalization.CultureInfo.InvariantCulture);

    public static Pulse Of(UpstreamState state, DateTimeOffset now) => new()
    {
        At = now,
        Build = ThisBuild,
        Reach = state.Reach,
        ReachSince = state.Since,
        LastGoodPollAt = state.LastGoodPollAt,
    };
}
