using System.Collections.Immutable;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>What sounds at supervisors' consoles besides callouts.</summary>
/// <param name="Id">Its own number.</param>
/// <param name="IsForAll">Whatever somebody may see.</param>
/// <param name="GroupId">Else only whoever may see this group.</param>
public sealed record AlarmCall(long Id, bool IsForAll, int? GroupId);

/// <summary>The calls of this moment, set by whoever escalates.</summary>
public sealed class AlarmCalls(TimeProvider time, ILogger<AlarmCalls> logger)
{
    private ImmutableArray<AlarmCall> _now = [];

    public LiveFeed Feed { get; } = new(time, logger);

    public IReadOnlyList<long> For(Scope scope) => [.. _now.Where(call => call.IsForAll || scope.Covers(call.GroupId)).Select(static call => call.Id)];

    public void Set(ImmutableArray<AlarmCall> calls)
    {
        ImmutableInterlocked.InterlockedExchange(ref _now, calls);
        Feed.Publish();
    }
}
