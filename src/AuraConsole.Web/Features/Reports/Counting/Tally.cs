namespace AuraConsole.Web.Features.Reports.Counting;

/// <summary>Counts by name, for no more than so many names; the rest counts as one.</summary>
public sealed class Tally(int most, string rest)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string name)
    {
        if (!_counts.ContainsKey(name) && _counts.Count >= most)
            name = rest;
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }

    /// <summary>Most first.</summary>
    public IReadOnlyList<(string Name, int Count)> All =>
        [.. _counts.OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.OrdinalIgnoreCase).Select(static one => (one.Key, one.Value))];
}
