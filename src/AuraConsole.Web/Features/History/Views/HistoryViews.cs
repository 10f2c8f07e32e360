using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.History.Views;

/// <summary>A choice of filters that somebody gave a name.</summary>
/// <param name="Place">1 to <see cref="HistoryViews.Most"/>.</param>
/// <param name="Name">As the person wrote it.</param>
/// <param name="Query">The address after the question mark.</param>
public sealed record HistoryView(int Place, string Name, string Query);

/// <summary>Each person's saved views; a few, in the table of preferences.</summary>
public sealed class HistoryViews(UserPreferences preferences)
{
    public const int Most = UserPreferences.MostHistoryViews;
    public const int NameLength = 40;

    private const char Between = '\n';

    public async Task<IReadOnlyList<HistoryView>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var kept = await preferences.ReadAsync(userId, cancellationToken);
        var views = new List<HistoryView>();
        for (var place = 1; place <= Most; place++)
        {
            if (kept.TryGetValue(UserPreferences.HistoryView(place), out var text) && text.Split(Between, 2) is [{ Length: > 0 } name, var query])
                views.Add(new HistoryView(place, name, query));
        }
        return views;
    }

    /// <summary>Keeps a view, in place of one of the same name. False: no room is left, or it is too long to keep.</summary>
    public async Task<bool> SaveAsync(string userId, string name, string query, CancellationToken cancellationToken)
    {
        var called = name.Replace(Between, ' ').Trim();
        var text = $"{called}{Between}{query}";
        if (called.Length is 0 or > NameLength || text.Length > UserPreference.ValueLength)
            return false;
        var views = await ListAsync(userId, cancellationToken);
        var place = views.FirstOrDefault(view => string.Equals(view.Name, called, StringComparison.OrdinalIgnoreCase))?.Place
            ?? Enumerable.Range(1, Most).FirstOrDefault(free => views.All(view => view.Place != free));
        if (place == 0)
            return false;
        await preferences.WriteAsync(userId, UserPreferences.HistoryView(place), text, cancellationToken);
        return true;
    }

    public Task RemoveAsync(string userId, int place, CancellationToken cancellationToken) =>
        preferences.WriteAsync(userId, UserPreferences.HistoryView(place), "", cancellationToken);
}
