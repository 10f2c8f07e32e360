using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AuraConsole.Web.Components.Controls;

/// <summary>
/// Picks one of many by typing (WAI-ARIA combobox). The input's text belongs to the browser: the server never writes into it while
/// somebody types.
/// </summary>
public sealed partial class SearchPicker<TItem> : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<TItem> _found = [];
    private string? _nothingFor;
    private int _turn;
    private int _active = -1;
    private bool _open;
    private bool _failed;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = default!;

    /// <summary>Of the input; one on a page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Label { get; set; } = default!;

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>What fits the text, a few at most. Asked at every letter; an answer that a later letter overtook is dropped.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<TItem>>> Search { get; set; } = default!;

    [Parameter, EditorRequired]
    public RenderFragment<TItem> Option { get; set; } = default!;

    /// <summary>Sentence with the number of what was found, for those who do not see the list.</summary>
    [Parameter, EditorRequired]
    public string Found { get; set; } = default!;

    /// <summary>Sentence with the text that nothing was found for.</summary>
    [Parameter, EditorRequired]
    public string None { get; set; } = default!;

    /// <summary>Sentence for a search that failed.</summary>
    [Parameter, EditorRequired]
    public string Failed { get; set; } = default!;

    [Parameter]
    public EventCallback<TItem> OnChosen { get; set; }

    /// <summary>What is wrong with the choice.</summary>
    [Parameter]
    public string? Error { get; set; }

    private bool IsOpen => _open && _found.Count > 0;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task HandleInputAsync(ChangeEventArgs change)
    {
        var text = ((string?)change.Value ?? "").Trim();
        var turn = ++_turn;
        IReadOnlyList<TItem> found = [];
        try
        {
            if (text.Length > 0)
                found = await Search(text, _gone.Token);
            if (turn != _turn)
                return;
            _failed = false;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception failure)
        {
            Log.SearchFailed(Loggers.CreateLogger(typeof(SearchPicker<>)), Id, failure);
            _failed = true;
        }
        (_found, _open, _active) = (found, true, found.Count > 0 ? 0 : -1);
        _nothingFor = text.Length > 0 && found.Count == 0 ? text : null;
    }

    private async Task HandleKeyAsync(KeyboardEventArgs pressed)
    {
        switch (pressed.Key)
        {
            case "ArrowDown" or "ArrowUp" when !IsOpen:
                _open = true;
                break;
            case "ArrowDown":
                _active = (_active + 1) % _found.Count;
                break;
            case "ArrowUp":
                _active = (_active + _found.Count - 1) % _found.Count;
                break;
            case "Escape" or "Tab":
                _open = false;
                break;
            case "Enter" when IsOpen && _active >= 0:
                await OnChosen.InvokeAsync(_found[_active]);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The search of {Picker} failed")]
        public static partial void SearchFailed(ILogger logger, string picker, Exception failure);
    }
}
