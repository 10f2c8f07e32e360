namespace AuraConsole.Web.Features.Reports.Counting;

/// <summary>Lengths of time in whole seconds, as counts: exact percentiles in little memory, however many there are.</summary>
public sealed class Seconds
{
    /// <summary>Longer ones count as this: a week.</summary>
    public const int Longest = 7 * 24 * 3600;

    private readonly Dictionary<int, int> _counts = [];

    public int Count { get; private set; }

    public void Add(TimeSpan length)
    {
        var seconds = (int)Math.Clamp(length.TotalSeconds, 0, Longest);
        _counts[seconds] = _counts.GetValueOrDefault(seconds) + 1;
        Count++;
    }

    /// <summary>By nearest rank: the least length that so many per cent do not exceed; null without any.</summary>
    public IReadOnlyList<int?> Percentiles(params ReadOnlySpan<int> percents)
    {
        var found = new int?[percents.Length];
        if (Count == 0)
            return found;
        var (seen, next) = (0L, 0);
        foreach (var (seconds, count) in _counts.OrderBy(static one => one.Key))
        {
            seen += count;
            // in whole numbers: a product of floats may fall short of the rank
            while (next < percents.Length && seen * 100 >= (long)percents[next] * Count)
                found[next++] = seconds;
        }
        return found;
    }
}
