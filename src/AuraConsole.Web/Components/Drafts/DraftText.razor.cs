using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AuraConsole.Web.Components.Drafts;

/// <summary>A text field whose text is kept as a draft. Give it a <c>@key</c> of its own for each draft key.</summary>
public sealed partial class DraftText : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private DraftKeeper _keeper = default!;
    private DateTimeOffset? _restoredAt;
    // what stands in the field: Value comes back by way of the parent, and one letter late would overwrite those typed since
    private string _text = "";
    private string _given = "";

    [Inject]
    private DraftStore Drafts { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<DraftText> Logger { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Whose draft, by user id.</summary>
    [Parameter, EditorRequired]
    public string UserId { get; set; } = "";

    /// <summary>Which form's draft.</summary>
    [Parameter, EditorRequired]
    public string DraftKey { get; set; } = "";

    [Parameter]
    public int Rows { get; set; } = 2;

    /// <summary>Most characters.</summary>
    [Parameter]
    public int Longest { get; set; } = 1000;

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Ctrl+Enter.</summary>
    [Parameter]
    public EventCallback OnSend { get; set; }

    protected override void OnParametersSet()
    {
        if (Value != _given)
            _given = _text = Value;
    }

    protected override async Task OnInitializedAsync()
    {
        _keeper = new DraftKeeper(Drafts, Time, Logger, UserId, DraftKey);
        try
        {
            if (await _keeper.ReadAsync(_gone.Token) is not { } draft || Value.Length > 0)
                return;
            _restoredAt = draft.UpdatedAt;
            await ValueChanged.InvokeAsync(draft.Body);
        }
        catch (OperationCanceledException)
        {
            // the field was taken away while it was read
        }
    }

    /// <summary>It was sent, or thrown away.</summary>
    public Task ForgetAsync()
    {
        _restoredAt = null;
        return _keeper.ForgetAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _keeper.DisposeAsync();
        _gone.Dispose();
    }

    private async Task HandleInputAsync(string? typed)
    {
        var text = typed ?? "";
        _given = _text = text;
        _keeper.Changed(text);
        _restoredAt = null;
        await ValueChanged.InvokeAsync(text);
    }

    private Task HandleKeyAsync(KeyboardEventArgs pressed) =>
        pressed is { Key: "Enter", CtrlKey: true, Repeat: false } && OnSend.HasDelegate ? OnSend.InvokeAsync() : Task.CompletedTask;
}
