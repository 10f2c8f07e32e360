using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Components.Palette;

/// <summary>
/// Finds and opens by typing. The input's text and its keys belong to palette.js, which waits for a pause and sends the text along with
/// Enter, so that what is chosen always answers what was typed.
/// </summary>
public sealed partial class PaletteDialog : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ElementReference _body;
    private DotNetObjectReference<PaletteDialog>? _self;
    private IJSObjectReference? _watch;
    private PaletteFound _found = PaletteFound.Nothing;
    private string? _for;
    private int _turn;
    private int _active = -1;

    [Inject]
    private PaletteSearch Search { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter]
    public EventCallback OnClosed { get; set; }

    [Parameter]
    public EventCallback<PaletteItem> OnChosen { get; set; }

    /// <summary>Called by palette.js after a pause in typing.</summary>
    [JSInvokable]
    public async Task HandleTextAsync(string? text)
    {
        await FindAsync(text ?? "");
        StateHasChanged();
    }

    /// <summary>Called by palette.js for the arrow keys.</summary>
    [JSInvokable]
    public void HandleMove(int by)
    {
        if (_found.Items.Count == 0)
            return;
        _active = (((_active + Math.Clamp(by, -1, 1)) % _found.Items.Count) + _found.Items.Count) % _found.Items.Count;
        StateHasChanged();
    }

    /// <summary>Called by palette.js for Enter, with the text as it is then.</summary>
    [JSInvokable]
    public async Task HandleEnterAsync(string? text)
    {
        if ((text ?? "").Trim() != _for)
            await FindAsync(text ?? "");
        if (_active >= 0 && _active < _found.Items.Count)
            await OnChosen.InvokeAsync(_found.Items[_active]);
        else
            StateHasChanged();
    }

    protected override Task OnInitializedAsync() => FindAsync("");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/palette.js");
        _watch = await module.InvokeAsync<IJSObjectReference>("watch", _body, _self);
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        try
        {
            if (_watch is not null)
                await _watch.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // the browser is gone, and its listeners with it
        }
        _self?.Dispose();
        _gone.Dispose();
    }

    private async Task FindAsync(string text)
    {
        var turn = ++_turn;
        try
        {
            var found = await Search.FindAsync(new PaletteQuery(text, (await Authentication).User), _gone.Token);
            if (turn != _turn)
                return;
            (_found, _for, _active) = (found, text.Trim(), found.Items.Count > 0 ? 0 : -1);
        }
        catch (OperationCanceledException)
        {
            // closed meanwhile: nobody looks any more
        }
    }

    private static string Name(PaletteGroup group) => group switch
    {
        PaletteGroup.Actions => ShellText.GroupActions,
        PaletteGroup.Callouts => ShellText.GroupCallouts,
        PaletteGroup.Sites => ShellText.GroupSites,
        PaletteGroup.Customers => ShellText.GroupCustomers,
        _ => ShellText.GroupPages,
    };
}
