using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Board;

/// <summary>The callouts picked for doing one thing with all of them.</summary>
public sealed class Picks
{
    /// <summary>Most that one action takes.</summary>
    public const int Most = 100;

    private readonly HashSet<long> _ids = [];
    private long? _last;

    public int Count => _ids.Count;

    public bool Has(long id) => _ids.Contains(id);

    /// <summary>Picks a callout, or puts it back. With <paramref name="range"/> all between it and the last one go the same way.</summary>
    public void Toggle(long id, bool range, IReadOnlyList<BoardRow> rows)
    {
        var pick = !_ids.Contains(id);
        var (from, to) = range && _last is { } last ? (PlaceOf(last, rows), PlaceOf(id, rows)) : (-1, -1);
        if (from < 0 || to < 0)
            Set(id, pick);
        else
            for (var at = Math.Min(from, to); at <= Math.Max(from, to); at++)
                Set(rows[at].Id, pick);
        _last = id;
    }

    /// <summary>Picks all that are shown, as far as one action can take them.</summary>
    public void All(IReadOnlyList<BoardRow> rows)
    {
        foreach (var row in rows)
        {
            if (_ids.Count >= Most)
                return;
            _ids.Add(row.Id);
        }
    }

    public void Clear()
    {
        _ids.Clear();
        _last = null;
    }

    /// <summary>The picked ones in the order of the rows, then those that are not shown.</summary>
    public IReadOnlyList<long> In(IReadOnlyList<BoardRow> rows)
    {
        var shown = rows.Where(row => _ids.Contains(row.Id)).Select(row => row.Id).ToList();
        return [.. shown, .. _ids.Except(shown).Order()];
    }

    public int HiddenFrom(IReadOnlyList<BoardRow> rows) => Count - rows.Count(row => _ids.Contains(row.Id));

    private void Set(long id, bool pick)
    {
        if (pick)
            _ids.Add(id);
        else
            _ids.Remove(id);
    }

    private static int PlaceOf(long id, IReadOnlyList<BoardRow> rows)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at].Id == id)
                return at;
        }
        return -1;
    }
}
