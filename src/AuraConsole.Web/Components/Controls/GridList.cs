using Microsoft.Data.Sqlite;
using Radzen;
using Radzen.Blazor;

namespace AuraConsole.Web.Components.Controls;

/// <summary>
/// A list that is longer than a page wants to hold, as its virtualised grid shows it. Radzen's grid does not load again while it is empty,
/// so it comes and goes with having something to show, and each new one begins at the top.
/// </summary>
/// <param name="read">Reads a stretch: how many to leave out, how many to give.</param>
/// <param name="most">Most lines of one reading.</param>
/// <param name="changed">Has the page drawn anew; called on the page's own thread of work.</param>
public sealed class GridList<TLine>(Func<int, int, CancellationToken, Task<ListStretch<TLine>>> read, int most, Action changed) : IDisposable
    where TLine : notnull
{
    private readonly CancellationTokenSource _gone = new();

    public RadzenDataGrid<TLine>? Grid { get; set; }

    public IReadOnlyList<TLine>? Lines { get; private set; }

    /// <summary>How long the list is; null before it was read.</summary>
    public int? Total { get; private set; }

    /// <summary>The grid's key: another number is another grid.</summary>
    public int Generation { get; private set; }

    /// <summary>The last reading failed.</summary>
    public bool IsFailed { get; private set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <summary>Counts first, because only then is there a grid to load.</summary>
    public async Task RefreshAsync()
    {
        if (_gone.IsCancellationRequested || await ReadAsync(0, 1) is not { } first)
            return;
        var isShown = Grid is not null && Total > 0;
        Count(first);
        if (isShown && Total > 0)
            await Grid!.RefreshDataAsync();
        changed();
    }

    /// <summary>What the grid asks for as somebody scrolls.</summary>
    public async Task LoadAsync(LoadDataArgs args)
    {
        // the grid reads its rows right after this, and gets them by the page's rendering, which must not wait for its own
        await Task.Yield();
        if (await ReadAsync(args.Skip ?? 0, args.Top ?? most) is not { } stretch)
            return;
        Count(stretch);
        if (stretch.Lines.Count > 0)
            Lines = stretch.Lines;
        else
            StartAnew();
    }

    /// <summary>The list shrank below what was in view, or its columns changed: the next grid begins at the top.</summary>
    public void StartAnew()
    {
        Generation++;
        Lines = null;
        Grid = null;
    }

    private async Task<ListStretch<TLine>?> ReadAsync(int skip, int take)
    {
        try
        {
            var stretch = await read(skip, take, _gone.Token);
            IsFailed = false;
            return stretch;
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
        catch (SqliteException)
        {
            // EF has logged it
            IsFailed = true;
            StartAnew();
            changed();
        }
        return null;
    }

    private void Count(ListStretch<TLine> stretch)
    {
        if (stretch.Total == 0)
            StartAnew();
        Total = stretch.Total;
    }
}
