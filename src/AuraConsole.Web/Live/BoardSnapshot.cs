using System.Collections.Immutable;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Live;

/// <summary>The board at one moment. Immutable, so that any number of screens can draw from it.</summary>
/// <param name="Active">Callouts that are not closed, by AURA's id. Never cut short.</param>
/// <param name="RecentlyClosed">The last closed ones, newest first.</param>
public sealed record BoardSnapshot(ImmutableDictionary<long, BoardRow> Active, ImmutableList<BoardRow> RecentlyClosed)
{
    /// <summary>Most rows kept of <see cref="RecentlyClosed"/>; older ones are history.</summary>
    public const int MostClosed = 200;

    public static readonly BoardSnapshot Empty = new(ImmutableDictionary<long, BoardRow>.Empty, []);

    public BoardRow? Find(long id) => Active.GetValueOrDefault(id) ?? RecentlyClosed.Find(row => row.Id == id);

    /// <summary>Active callouts, then the recently closed ones.</summary>
    public IEnumerable<BoardRow> Rows => Active.Values.Concat(RecentlyClosed);

    /// <summary>What of it may be seen.</summary>
    public BoardSnapshot Within(Scope scope) => scope.IsLimited
        ? new(Active.RemoveRange(Active.Values.Where(row => !scope.Covers(row.SiteGroupId)).Select(static row => row.Id)),
            RecentlyClosed.RemoveAll(row => !scope.Covers(row.SiteGroupId)))
        : this;

    /// <summary>The rows that <paramref name="before"/> did not show. A row that did not change is the same object in both.</summary>
    public IEnumerable<BoardRow> ChangedSince(BoardSnapshot before)
    {
        foreach (var (id, row) in Active)
        {
            if (!ReferenceEquals(before.Active.GetValueOrDefault(id), row))
                yield return row;
        }
        if (ReferenceEquals(before.RecentlyClosed, RecentlyClosed))
            yield break;
        var known = before.RecentlyClosed.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var row in RecentlyClosed)
        {
            if (!known.Contains(row))
                yield return row;
        }
    }

    /// <summary>The snapshot with a row brought in; the same one when it already shows that version or a newer one.</summary>
    public BoardSnapshot With(BoardRow row)
    {
        if (Find(row.Id) is { } present && present.Version >= row.Version)
            return this;
        if (row.IsActive)
            return new BoardSnapshot(Active.SetItem(row.Id, row), Active.ContainsKey(row.Id) ? RecentlyClosed : RecentlyClosed.RemoveAll(other => other.Id == row.Id));
        var closed = RecentlyClosed.RemoveAll(other => other.Id == row.Id);
        var at = closed.FindIndex(other => other.ClosedAt <= row.ClosedAt);
        closed = closed.Insert(at < 0 ? closed.Count : at, row);
        return new BoardSnapshot(Active.Remove(row.Id), closed.Count > MostClosed ? closed.RemoveAt(closed.Count - 1) : closed);
    }
}
