using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Picks an active site by typing. The input's text belongs to the browser: the server never writes into it while somebody types.</summary>
public sealed partial class SitePicker : IDisposable
{
    private const int Most = 8;

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<Site> _found = [];
    private string? _nothingFor;
    private int _turn;
    private int _active = -1;
    private bool _open;
    private bool _failed;

    [Inject]
    private SiteSearch Search { get; set; } = default!;

    [Inject]
    private VisibleBoard Board { get; set; } = default!;

    [Inject]
    private ILogger<SitePicker> Logger { get; set; } = default!;

    [Parameter]
    public EventCallback<Site> OnChosen { get; set; }

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
        IReadOnlyList<Site> found = [];
        try
        {
            if (text.Length > 0)
                found = await Search.FindAsync(text, Board.Scope, Most, _gone.Token);
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
            Log.SearchFailed(Logger, failure);
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
        [LoggerMessage(1, LogLevel.Error, "The sites could not be searched")]
        public static partial void SearchFailed(ILogger logger, Exception failure);
    }
}
