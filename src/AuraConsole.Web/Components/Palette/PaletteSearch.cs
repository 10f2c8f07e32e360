namespace AuraConsole.Web.Components.Palette;

/// <summary>Asks all sources at once. One that fails takes only its own group away, and says so.</summary>
public sealed partial class PaletteSearch(IEnumerable<IPaletteSource> sources, ILogger<PaletteSearch> logger)
{
    public const int MostOfAGroup = 20;
    public const int MostTyped = 100;

    private readonly IReadOnlyList<IPaletteSource> _sources = [.. sources];

    public async Task<PaletteFound> FindAsync(PaletteQuery query, CancellationToken cancellationToken)
    {
        var typed = query.Text.Trim();
        var asked = query with { Text = typed.Length > MostTyped ? typed[..MostTyped] : typed };
        var found = await Task.WhenAll(_sources.Select(source => AskAsync(source, asked, cancellationToken)));
        var items = found.SelectMany(one => one ?? []).GroupBy(item => item.Group).OrderBy(group => Order(group.Key, asked.Text))
            .SelectMany(group => group.Take(MostOfAGroup)).ToList();
        return new PaletteFound(items, found.Any(one => one is null));
    }

    /// <summary>Somebody who has typed something mostly looks for a callout or a site; before that, for something to do.</summary>
    private static int Order(PaletteGroup group, string typed) =>
        group == PaletteGroup.Actions && typed.Length > 0 ? (int)PaletteGroup.Pages + 1 : (int)group;

    private async Task<IReadOnlyList<PaletteItem>?> AskAsync(IPaletteSource source, PaletteQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await source.FindAsync(query, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.SourceFailed(logger, source.GetType().Name, failure);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The palette's {Source} failed")]
        public static partial void SourceFailed(ILogger logger, string source, Exception failure);
    }
}

/// <param name="Items">What was found, group by group.</param>
/// <param name="Incomplete">A source failed: there may be more.</param>
public sealed record PaletteFound(IReadOnlyList<PaletteItem> Items, bool Incomplete)
{
    public static readonly PaletteFound Nothing = new([], false);
}
