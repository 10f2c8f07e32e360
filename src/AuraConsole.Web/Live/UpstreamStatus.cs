using System.Collections.Immutable;
using AuraConsole.Integration.Http;

namespace AuraConsole.Web.Live;

/// <summary>Keeps the proofs of life up to date and tells the truth bars.</summary>
public sealed class UpstreamStatus(TimeProvider time, ILogger<UpstreamStatus> logger)
{
    private UpstreamState _now = new();

    public UpstreamState Now => Volatile.Read(ref _now);

    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>AURA answered a read of callouts.</summary>
    public void GoodPoll() => Change(static (state, now) => Reached(state, now) with { LastGoodPollAt = now });

    /// <summary>AURA answered, whatever it said.</summary>
    public void Answered() => Change(Reached);

    /// <summary>A call failed; only kinds that speak of the connection change the reach.</summary>
    public void Failed(AuraApiException failure)
    {
        var reach = failure.Kind switch
        {
            AuraErrorKind.Unauthorised => AuraReach.Refused,
            AuraErrorKind.Unavailable or AuraErrorKind.OutcomeUnknown or AuraErrorKind.Unexpected => AuraReach.Unreachable,
            _ => AuraReach.Connected,
        };
        Change((state, now) => state with
        {
            Reach = reach,
            Since = state.Reach == reach ? state.Since : now,
            LastError = reach == AuraReach.Connected ? null : failure.Kind,
        });
    }

    public void Delivered(DateTimeOffset at) => Change((state, _) => state.LastDeliveryAt >= at ? state : state with { LastDeliveryAt = at, LearnedByPolling = 0 });

    /// <summary>Polling found what a delivery should have told.</summary>
    public void LearnedByPolling() => Change(static (state, _) => state with { LearnedByPolling = state.LearnedByPolling + 1 });

    public void SetAside(int count) => Change((state, _) => state with { SetAside = count });

    private static UpstreamState Reached(UpstreamState state, DateTimeOffset now) => state with
    {
        Reach = AuraReach.Connected,
        Since = state.Reach == AuraReach.Connected ? state.Since : now,
        LastError = null,
    };

    private void Change(Func<UpstreamState, DateTimeOffset, UpstreamState> change)
    {
        if (ImmutableInterlocked.Update(ref _now, (state, now) => change(state, now), time.GetUtcNow()))
            Feed.Publish();
    }
}
