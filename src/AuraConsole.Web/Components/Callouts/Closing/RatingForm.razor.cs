using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound.Closing;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Callouts.Closing;

/// <summary>Rates the response, and shows how it was rated.</summary>
public sealed partial class RatingForm
{
    private readonly List<RatingItem> _chosen = [];
    private IReadOnlyList<RatingItem>? _items = [];
    private DateTimeOffset? _seen;
    private Closure? _conflict;
    private int? _stars;
    private string _details = "";
    private bool _contact;
    private string? _error;
    private bool _open;
    private bool _busy;

    [Inject]
    private RatingDesk Desk { get; set; } = default!;

    [Inject]
    private ILogger<RatingForm> Logger { get; set; } = default!;

    [Parameter, EditorRequired]
    public long CalloutId { get; set; }

    [Parameter]
    public Closure? Closure { get; set; }

    [Parameter, EditorRequired]
    public Operator Me { get; set; } = default!;

    private void Open()
    {
        (_open, _seen, _error) = (true, Closure?.RatedAt, null);
        _chosen.Clear();
    }

    private async Task OpenAsync()
    {
        Open();
        _items = await Desk.ItemsAsync(CancellationToken.None);
    }

    private void Leave() => (_open, _conflict) = (false, null);

    private void Choose(RatingItem item, bool isChosen)
    {
        _chosen.Remove(item);
        if (isChosen)
            _chosen.Add(item);
    }

    /// <param name="seen">The rating that the person knows of.</param>
    private async Task SendAsync(DateTimeOffset? seen)
    {
        if (_busy)
            return;
        if (_stars is not { } stars)
        {
            _error = SheetText.RatingMissing;
            return;
        }
        (_busy, _error) = (true, null);
        try
        {
            var result = await Desk.RateAsync(new RatingRequest(CalloutId, stars, _details, _contact ? true : null, _chosen, seen), Me);
            _conflict = result.Outcome == RatingOutcome.Conflict ? result.Closure : null;
            _open = result.Outcome != RatingOutcome.Asked;
            _error = result.Outcome == RatingOutcome.NotAllowed ? SheetText.RatingNotYet : null;
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

    private static string Line(int? stars, string? details) => Say.Joined(Say.With(SheetText.RatingOf, stars), details);

    private static string StateText(Closure rated, SendState state) => state switch
    {
        SendState.Sent when rated.RatingRemark is { } left => Say.With(SheetText.RatingItemsLeft, rated.RatedBy, left),
        SendState.Sent => Say.With(SheetText.RatingSent, rated.RatedBy),
        SendState.Failed => Say.Joined(SheetText.RatingFailed, rated.RatingRemark),
        SendState.Unknown => SheetText.RatingUnknown,
        _ => CalloutText.Sending,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A rating of callout {CalloutId} could not be recorded")]
        public static partial void NotRecorded(ILogger logger, long calloutId, Exception failure);
    }
}
