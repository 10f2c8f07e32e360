using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Callouts.Timeline;

/// <summary>Writes a note that stays here.</summary>
public sealed partial class NoteForm
{
    private DraftText? _draft;
    private string _text = "";
    private string? _error;
    private bool _busy;

    [Inject]
    private CalloutNotes Notes { get; set; } = default!;

    [Inject]
    private ILogger<NoteForm> Logger { get; set; } = default!;

    [Parameter, EditorRequired]
    public long CalloutId { get; set; }

    [Parameter, EditorRequired]
    public Operator Me { get; set; } = default!;

    /// <summary>Somebody types (true), or is done.</summary>
    [Parameter]
    public EventCallback<bool> OnTyping { get; set; }

    private Task Change(string text)
    {
        _text = text;
        return OnTyping.InvokeAsync(text.Length > 0);
    }

    private async Task SaveAsync()
    {
        if (_busy || string.IsNullOrWhiteSpace(_text))
            return;
        _busy = true;
        try
        {
            _error = await Notes.AddAsync(CalloutId, _text, Me, CancellationToken.None) ? null : CalloutText.ActionFailed;
            if (_error is null)
                await DiscardAsync();
        }
        catch (Exception failure)
        {
            Log.NotSaved(Logger, CalloutId, failure);
            _error = CalloutText.ActionFailed;
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task DiscardAsync()
    {
        _text = "";
        await _draft!.ForgetAsync();
        await OnTyping.InvokeAsync(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A note on callout {CalloutId} could not be saved")]
        public static partial void NotSaved(ILogger logger, long calloutId, Exception failure);
    }
}
