using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data;

/// <summary>What people have set for themselves. Few keys, all named here, so that nobody can fill the table.</summary>
public sealed class UserPreferences(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate)
{
    /// <summary>"off" when single keys do nothing (WCAG 2.1.4).</summary>
    public const string SingleKeys = "keys.single";

    /// <summary>0 to 100: where a browser begins that has no volume of its own yet.</summary>
    public const string Volume = "alarm.volume";

    /// <summary>The columns of the list of sites, with commas between.</summary>
    public const string SiteColumns = "sites.columns";

    /// <summary>How many views of history somebody can save.</summary>
    public const int MostHistoryViews = 12;

    public static readonly IReadOnlySet<string> Keys = new HashSet<string>(StringComparer.Ordinal) { SingleKeys, Volume, SiteColumns }
        .Concat(Enumerable.Range(1, MostHistoryViews).Select(HistoryView)).ToHashSet(StringComparer.Ordinal);

    /// <summary>A saved view of history: its name, and what it shows.</summary>
    public static string HistoryView(int place) => FormattableString.Invariant($"history.view.{place}");

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.UserPreferences.AsNoTracking().Where(p => p.UserId == userId).OrderBy(p => p.Key).Take(Keys.Count)
            .ToDictionaryAsync(p => p.Key, p => p.Value, StringComparer.Ordinal, cancellationToken);
    }

    /// <exception cref="ArgumentException">No such key, or the value is too long.</exception>
    public async Task WriteAsync(string userId, string key, string value, CancellationToken cancellationToken)
    {
        if (!Keys.Contains(key))
            throw new ArgumentException("There is no such preference.", nameof(key));
        if (value.Length > UserPreference.ValueLength)
            throw new ArgumentException($"A preference has at most {UserPreference.ValueLength} characters.", nameof(value));
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.UserPreferences.FindAsync([userId, key], cancellationToken) is { } present)
            present.Value = value;
        else
            db.UserPreferences.Add(new UserPreference { UserId = userId, Key = key, Value = value });
        await db.SaveChangesAsync(cancellationToken);
    }
}
