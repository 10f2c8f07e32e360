using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Escalations.Watching;

/// <summary>What stands still at a moment. Not safe for threads: one look after the other.</summary>
/// <param name="lateAfter">So long after the last good poll AURA is silent, also when nothing failed.</param>
public sealed class EscalationCauses(TimeSpan lateAfter)
{
    public const string Sound = "sound";
    public const string Aura = "aura";

    private readonly HashSet<long> _owned = [];
    private readonly Dictionary<long, DateTimeOffset> _freeSince = [];
    private BoardSnapshot _board = BoardSnapshot.Empty;
    private UpstreamState _upstream = new();
    private DateTimeOffset? _begunAt;
    private DateTimeOffset? _quietSince;

    public void Look(BoardSnapshot board, int armedConsoles, UpstreamState upstream, DateTimeOffset now)
    {
        _begunAt ??= now;
        _quietSince = armedConsoles > 0 ? null : _quietSince ?? now;
        _upstream = upstream;
        if (ReferenceEquals(_board, board))
            return;
        _board = board;
        foreach (var row in board.Active.Values)
        {
            if (row.OwnerId is not null)
            {
                _owned.Add(row.Id);
                _freeSince.Remove(row.Id);
            }
            else if (_owned.Remove(row.Id))
            {
                _freeSince[row.Id] = HandedBackAt(row) ?? now;
            }
        }
        _owned.RemoveWhere(id => !board.Active.ContainsKey(id));
        foreach (var id in _freeSince.Keys.Where(id => !board.Active.ContainsKey(id)).ToList())
            _freeSince.Remove(id);
    }

    /// <summary>The causes of a rule, however short they have lasted.</summary>
    public IEnumerable<Cause> Of(EscalationRule rule, DateTimeOffset now) => rule.Kind switch
    {
        EscalationKind.Unclaimed => Rows(rule).Where(static row => row.OwnerId is null).Select(Unclaimed),
        EscalationKind.Idle => Rows(rule).Where(static row => row.OwnerId is not null).Select(static row =>
            new Cause(CalloutAudit.Subject(row.Id), row.LastEntryAt ?? row.ClaimedAt ?? row.StageSince, true, row)),
        EscalationKind.NobodyArmed => _quietSince is { } quiet ? [new Cause(Sound, quiet, false)] : [],
        _ => Silent(now) is { } since ? [new Cause(Aura, since, false)] : [],
    };

    private IEnumerable<BoardRow> Rows(EscalationRule rule) => _board.Active.Values
        .Where(row => row.Stage is CalloutStage.Created or CalloutStage.Dispatched or CalloutStage.OnScene && (rule.WithTests || !(row.IsTest || row.OnTest)));

    private Cause Unclaimed(BoardRow row) => row.FirstClaimedAt is not { } claimed
        ? new Cause(CalloutAudit.Subject(row.Id), row.FirstSeenAt, true, row)
        : _freeSince.TryGetValue(row.Id, out var free) ? new Cause(CalloutAudit.Subject(row.Id), free, true, row)
        : HandedBackAt(row) is { } back ? new Cause(CalloutAudit.Subject(row.Id), back, true, row)
        // handed back before this process began, and something came after it
        : new Cause(CalloutAudit.Subject(row.Id), claimed, false, row);

    private static DateTimeOffset? HandedBackAt(BoardRow row) => row.LastEntryKind == EntryKind.HandedBack ? row.LastEntryAt : null;

    /// <summary>As the truth bar knows it: refused, out of reach, or no good poll for too long.</summary>
    private DateTimeOffset? Silent(DateTimeOffset now)
    {
        var last = _upstream.LastGoodPollAt ?? _begunAt ?? now;
        return _upstream.Reach switch
        {
            AuraReach.Unreachable or AuraReach.Refused => _upstream.Since ?? last,
            AuraReach.NotYet => last,
            _ => now - last >= lateAfter ? last : null,
        };
    }
}
