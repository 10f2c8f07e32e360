using System.Globalization;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Features.Patrols.Showing;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Radzen;

namespace AuraConsole.Web.Features.Patrols.Pages;

/// <summary>Day, week and month. Dragging over free time opens the form; dragging a visit opens a question, because AURA cannot move one.</summary>
public sealed partial class PatrolScheduler : IAsyncDisposable
{
    private const string SlotFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Weeks from Monday, as the rules count them, and dates that nobody reads the wrong way round.</summary>
    private static readonly CultureInfo Clock = MondayFirst();

    private readonly CancellationTokenSource _gone = new();
    private ElementReference _ground;
    private DotNetObjectReference<PatrolScheduler>? _self;
    private IJSObjectReference? _watch;
    private IReadOnlyList<CalendarVisit> _visits = [];
    private (CalendarVisit Visit, DateTimeOffset To, PatrolRequest Request)? _move;
    private IDisposable? _changes;
    private DateTime _today;
    private (DateTime From, DateTime To) _range;
    private string? _refusal;

    [Inject]
    private PatrolCalendar Calendar { get; set; } = default!;

    [Inject]
    private PatrolMoves Moves { get; set; } = default!;

    [Inject]
    private PatrolNews News { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private ILogger<PatrolScheduler> Logger { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override void OnInitialized()
    {
        _today = Calendar.Local(Time.GetUtcNow()).Date;
        _changes = News.Feed.Subscribe(() => InvokeAsync(async () =>
        {
            await ReadAsync();
            StateHasChanged();
        }));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _self = DotNetObjectReference.Create(this);
            await using var module = await Script.InvokeAsync<IJSObjectReference>("import", _gone.Token, "./js/patrols.js");
            _watch = await module.InvokeAsync<IJSObjectReference>("watch", _gone.Token, _ground, _self);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // the browser or the page is gone
        }
        catch (JSException failure)
        {
            // one slot can still be clicked, and the form be opened
            PatrolLog.Failed(Logger, failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _changes?.Dispose();
        await _gone.CancelAsync();
        _gone.Dispose();
        try
        {
            if (_watch is not null)
            {
                await _watch.InvokeVoidAsync("stop");
                await _watch.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // the browser is gone, and its listeners with it
        }
        _self?.Dispose();
    }

    /// <summary>Called by patrols.js, with what <see cref="RenderSlot"/> wrote; what a browser says is read like what is typed.</summary>
    [JSInvokable]
    public void HandleDrag(string from, string to)
    {
        if (Moment(from) is { } start && Moment(to) is { } end && end > start)
            Open(start, end);
    }

    /// <summary>The day in the calendar's zone; without this it would be the server's.</summary>
    private void GoToday(SchedulerTodaySelectEventArgs asked) => asked.Today = Calendar.Local(Time.GetUtcNow()).Date;

    private Task LoadAsync(SchedulerLoadDataEventArgs asked)
    {
        _range = (asked.Start, asked.End);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (_range.To <= _range.From)
            return;
        try
        {
            _visits = await Calendar.ReadAsync(Calendar.Instant(_range.From), Calendar.Instant(_range.To), Scopes.Of((await Authentication).User), _gone.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // the page is gone
        }
    }

    private static CultureInfo MondayFirst()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.DateTimeFormat.FirstDayOfWeek, culture.DateTimeFormat.ShortDatePattern) = (DayOfWeek.Monday, "d MMM yyyy");
        return culture;
    }

    private void SelectSlot(SchedulerSlotSelectEventArgs slot) => Open(slot.Start, IsDay(slot.Start, slot.End) ? null : slot.Start);

    /// <param name="start">The day, and the hour when there is an end.</param>
    /// <param name="end">Where a drag ended; the start itself for a slot alone, which says nothing of the length; null for a whole day, which says nothing of the hour.</param>
    private void Open(DateTime start, DateTime? end) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/patrols/new", new Dictionary<string, object?>
    {
        ["date"] = start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["time"] = end is null ? null : start.ToString("HH:mm", CultureInfo.InvariantCulture),
        // elapsed time, as everywhere: on the day of a clock change the slots between are more or fewer
        ["minutes"] = end > start ? (int)(Calendar.Instant(end.Value) - Calendar.Instant(start)).TotalMinutes : null,
    }));

    private static bool IsDay(DateTime start, DateTime end) => end - start >= TimeSpan.FromDays(1);

    private static DateTime? Moment(string text) =>
        DateTime.TryParseExact(text, SlotFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private static void RenderSlot(SchedulerSlotRenderEventArgs slot)
    {
        // a month's slots have no hours to drag over
        if (IsDay(slot.Start, slot.End))
            return;
        slot.Attributes["data-slot"] = slot.Start.ToString(SlotFormat, CultureInfo.InvariantCulture);
        slot.Attributes["data-slot-end"] = slot.End.ToString(SlotFormat, CultureInfo.InvariantCulture);
    }

    private void OpenVisit(SchedulerAppointmentSelectEventArgs<CalendarVisit> chosen) => Navigation.NavigateTo($"/patrols/{chosen.Data!.Patrol.Id}");

    private async Task AskMoveAsync(SchedulerAppointmentMoveEventArgs moved)
    {
        if (moved.Appointment?.Data is not CalendarVisit visit)
            return;
        var to = Calendar.Instant(visit.Start + moved.TimeSpan);
        var (request, refusal) = await Moves.PlanAsync(visit.Patrol.Id, visit.StartsAt, to, (await Authentication).User, _gone.Token);
        (_move, _refusal) = (request is null ? null : (visit, to, request), refusal);
    }

    private static void Render(SchedulerAppointmentRenderEventArgs<CalendarVisit> shown)
    {
        shown.Attributes["class"] = $"visit-{shown.Data!.State.ToString().ToLowerInvariant()}" + (shown.Data.IsLate ? " visit-late" : "");
        shown.Attributes["data-patrol"] = shown.Data.Patrol.Id;
    }
}
