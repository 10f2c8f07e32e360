namespace AuraConsole.Web.Webhooks;

/// <summary>
/// Shares the one writer between storing and applying. Senders wait for the disk while a group is applied, so a group is short; and in a
/// flood, what is to be answered comes first: applying takes a part of the time and catches up when the flood is over.
/// </summary>
public sealed class ApplyPace
{
    /// <summary>How long the write transaction of a group may take.</summary>
    public static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(10);

    private const int LeastPerGroup = 16;
    private const int MostPerGroup = 128;

    /// <summary>So many deliveries stored during one group and the rest after it are a flood.</summary>
    private const int Flood = 16;

    /// <summary>In a flood, resting takes so many times as long as the group before.</summary>
    private const int RestShare = 3;

    private long _storedBefore;
    private TimeSpan _taken;

    public int GroupSize { get; private set; } = LeastPerGroup;

    /// <summary>A group of <paramref name="applied"/> deliveries held the writer for <paramref name="taken"/>.</summary>
    public void Took(int applied, TimeSpan taken)
    {
        _taken = taken;
        if (taken > Slice)
            GroupSize = Math.Max(LeastPerGroup, GroupSize * 3 / 4);
        else if (applied >= GroupSize)
            GroupSize = Math.Min(MostPerGroup, GroupSize + (LeastPerGroup / 2));
    }

    /// <summary>How long to rest before the next group, given how many deliveries were stored so far; zero outside a flood.</summary>
    public TimeSpan Rest(long stored)
    {
        var isFlood = stored - _storedBefore >= Flood;
        _storedBefore = stored;
        return isFlood ? TimeSpan.FromTicks(Math.Min(_taken.Ticks, Slice.Ticks * 2) * RestShare) : TimeSpan.Zero;
    }
}
