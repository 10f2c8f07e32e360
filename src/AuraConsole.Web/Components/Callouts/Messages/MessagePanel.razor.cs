using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound.Messages;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Callouts.Messages;

/// <summary>The exchange with AURA about one callout.</summary>
public sealed partial class MessagePanel
{
    private static readonly TimeSpan FarBack = TimeSpan.FromHours(20);

    private DraftText? _draft;
    private DateTimeOffset _now;
    private Guid _id = Guid.NewGuid();
    private string _text = "";
    private string? _error;
    private bool _busy;

    [Inject]
    private CalloutMessages Sender { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<MessagePanel> Logger { get; set; } = default!;

    [Parameter, EditorRequired]
    public long CalloutId { get; set; }

    [Parameter, EditorRequired]
    public CalloutStage Stage { get; set; }

    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Entry> Messages { get; set; } = [];

    [Parameter, EditorRequired]
    public Operator Me { get; set; } = default!;

    /// <summary>Somebody types (true), or is done.</summary>
    [Parameter]
    public EventCallback<bool> OnTyping { get; set; }

    private bool Allowed => CalloutOperations.In(Stage, CalloutOperation.SendEvent).Allowed;

    private RenderFragment? ErrorText => _error is { } error
        ? builder =>
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "role", "alert");
            builder.AddContent(2, error);
            builder.CloseElement();
        }
    : null;

    protected override void OnParametersSet() => _now = Time.GetUtcNow();

    private static bool IsOurs(Entry message) => message.Kind == EntryKind.MessageSent;

    private Task Change(string text)
    {
        _text = text;
        return OnTyping.InvokeAsync(text.Length > 0);
    }

    private async Task SendAsync()
    {
        if (_busy || string.IsNullOrWhiteSpace(_text))
            return;
        _busy = true;
        try
        {
            var sending = Sender.SendAsync(CalloutId, _id, _text, Me);
            if (await sending is null)
            {
                _error = SheetText.MessageClosed;
                return;
            }
            // whatever AURA said, the words now stand in the exchange with what became of them
            (_error, _id) = (null, Guid.NewGuid());
            await DiscardAsync();
        }
        catch (Exception failure)
        {
            Log.NotRecorded(Logger, CalloutId, failure);
            _error = CalloutText.ActionFailed;
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>Back into the field: sending it again is the person's own act.</summary>
    private void Again(Entry message) => _text = message.Detail ?? "";

    private async Task DiscardAsync()
    {
        _text = "";
        if (_draft is not null)
            await _draft.ForgetAsync();
        await OnTyping.InvokeAsync(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A message on callout {CalloutId} could not be recorded")]
        public static partial void NotRecorded(ILogger logger, long calloutId, Exception failure);
    }
}
