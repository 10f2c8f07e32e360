using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>One console's alarm: the board and what was silenced here, turned into what sounds.</summary>
/// <param name="levelOf">How loud a callout is by itself; the rules of <see cref="AlarmLevels"/> unless told.</param>
public sealed class AlarmModel(Func<BoardRow, AlarmLevel>? levelOf = null)
{
    /// <summary>Newcomers shown one by one; more than that are one line.</summary>
    public const int MostNews = 5;

    private readonly Func<BoardRow, AlarmLevel> _levelOf = levelOf ?? AlarmLevels.Of;
    private Dictionary<long, AlarmLevel> _loud = [];
    private HashSet<long> _silenced = [];
    private bool _begun;

    public AlarmSet Now { get; private set; } = AlarmSet.Quiet;

    /// <summary>Looks at the board. True when what sounds, or what the tab says, has changed.</summary>
    /// <param name="snapshot">The board.</param>
    /// <param name="calls">What sounds besides callouts, see <see cref="AlarmCalls"/>.</param>
    public bool Take(BoardSnapshot snapshot, IReadOnlyList<long>? calls = null)
    {
        var loud = new Dictionary<long, AlarmLevel>();
        var unclaimed = 0;
        foreach (var row in snapshot.Active.Values)
        {
            unclaimed += row.OwnerId is null ? 1 : 0;
            if (_levelOf(row) is var level and not AlarmLevel.None)
                loud[row.Id] = level;
        }
        // below zero, where no callout of AURA's is
        foreach (var call in calls ?? [])
            loud[-call] = AlarmLevel.Escalated;
        // a callout that became worse is news, also to a console that has silenced it
        var news = loud.Where(one => one.Value > _loud.GetValueOrDefault(one.Key)).Select(one => one.Key).ToList();
        _silenced.IntersectWith(loud.Keys);
        _silenced.ExceptWith(news);
        _loud = loud;
        // those that were there before this console looked sound as well, and are no news to put up
        var shown = _begun ? snapshot.Active.Where(one => news.Contains(one.Key)).Select(one => one.Value).OrderByDescending(_levelOf).Take(MostNews) : [];
        _begun = true;
        return Become(unclaimed, [.. shown], news.Count);
    }

    /// <summary>Silences, on this console only, what sounds now. True when something did.</summary>
    public bool Silence()
    {
        _silenced = [.. _loud.Keys];
        return Become(Now.Unclaimed, [], 0);
    }

    private bool Become(int unclaimed, IReadOnlyList<BoardRow> news, int newcomers)
    {
        var before = Now;
        var sounding = _loud.Where(one => !_silenced.Contains(one.Key)).Select(one => one.Value).ToList();
        Now = new AlarmSet
        {
            Level = sounding.Count == 0 ? AlarmLevel.None : sounding.Max(),
            Sounding = sounding.Count,
            Unclaimed = unclaimed,
            Silenced = _silenced.Count,
            Turn = before.Turn + (newcomers > 0 ? 1 : 0),
            News = news,
        };
        return Now with { News = before.News } != before;
    }
}
