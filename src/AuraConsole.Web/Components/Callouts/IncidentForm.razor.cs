using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Our own number of the callout. Of two who change it at once the second sees both and chooses.</summary>
public sealed partial class IncidentForm
{
    private string? _text;
    private string? _seen;
    private string? _error;
    private IncidentResult? _conflict;
    private bool _busy;

    [Inject]
    private CalloutIncidents Incidents { get; set; } = default!;

    [Inject]
    private ILogger<IncidentForm> Logger { get; set; } = default!;

    [Parameter, EditorRequired]
    public long CalloutId { get; set; }

    /// <summary>The number as it is.</summary>
    [Parameter, EditorRequired]
    public string? Number { get; set; }

    [Parameter, EditorRequired]
    public Operator Me { get; set; } = default!;

    private string Shown => _text ?? Number ?? "";

    private bool IsChanged => _text is not null && _conflict is null && _text.Trim() != (_seen ?? "");

    private void HandleInput(string? typed)
    {
        // what is compared when it is saved is what stood there when the typing began
        if (_text is null)
            _seen = Number;
        (_text, _conflict) = (typed ?? "", null);
    }

    private async Task SaveAsync(string? text)
    {
        if (_busy || _text is null)
            return;
        (_busy, _error) = (true, null);
        try
        {
            var result = await Incidents.SetAsync(CalloutId, _seen, text, Me, CancellationToken.None);
            if (result.IsDone)
                (_text, _conflict) = (null, null);
            else
                _conflict = result;
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

    private Task InsistAsync(IncidentResult conflict)
    {
        _seen = conflict.Now;
        return SaveAsync(_text);
    }

    private void Forget() => (_text, _conflict, _error) = (null, null, null);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The incident number of callout {CalloutId} could not be saved")]
        public static partial void NotSaved(ILogger logger, long calloutId, Exception failure);
    }
}
