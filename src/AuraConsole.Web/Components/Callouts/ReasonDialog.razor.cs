using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Asks for a reason, then does one thing with it, and stays open with the refusal when it was refused.</summary>
public sealed partial class ReasonDialog
{
    private readonly string _id = $"reason-{Guid.NewGuid():N}";
    private string _reason = "";
    private string? _refusal;
    private bool _missing;
    private bool _busy;

    [Inject]
    private ILogger<ReasonDialog> Logger { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What it does, and what to do first.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Said when there is no reason.</summary>
    [Parameter, EditorRequired]
    public string Missing { get; set; } = "";

    /// <summary>The button's word.</summary>
    [Parameter, EditorRequired]
    public string Confirm { get; set; } = "";

    /// <summary>Most characters of a reason.</summary>
    [Parameter]
    public int Longest { get; set; } = Data.Entities.Command.ReasonLength;

    /// <summary>Does it with the reason. Answers why not, or null when it is done and the dialog may close.</summary>
    [Parameter, EditorRequired]
    public Func<string, Task<string?>> Act { get; set; } = default!;

    /// <summary>More to fill in, under the reason.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    private async Task ConfirmAsync()
    {
        _missing = string.IsNullOrWhiteSpace(_reason);
        if (_missing || _busy)
            return;
        _busy = true;
        try
        {
            _refusal = await Act(_reason.Trim());
        }
        catch (Exception failure)
        {
            Log.Failed(Logger, failure);
            _refusal = CalloutText.ActionFailed;
        }
        finally
        {
            _busy = false;
        }
        if (_refusal is null)
            await OnClosed.InvokeAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What a dialog was asked to do failed")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
