using System.Security.Claims;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Sites.Drift;

/// <summary>Where our sites and AURA's differ, and what to do about each.</summary>
public sealed partial class DriftPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IDisposable? _subscription;
    private IReadOnlyList<SiteDrift> _found = [];
    private DriftRun? _last;
    private DriftKind? _kind;
    private int _total;
    private int _most = DriftDesk.Page;
    private string? _news;
    private string? _refusal;
    private bool _isBusy;
    private bool _isLoaded;

    [Inject]
    private DriftChecks Checks { get; set; } = default!;

    [Inject]
    private DriftDesk Desk { get; set; } = default!;

    [Inject]
    private SiteFeed Feed { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _subscription = Feed.Subscribe(() => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
        await LoadAsync();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task LoadAsync()
    {
        if (_cts.IsCancellationRequested)
            return;
        try
        {
            _last = await Checks.LastAsync(_cts.Token);
            (_found, _total) = await Desk.ListAsync(_kind, _most, _cts.Token);
            _isLoaded = true;
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private Task NarrowAsync(ChangeEventArgs change)
    {
        (_kind, _most) = (Enum.TryParse<DriftKind>((string?)change.Value, out var kind) ? kind : null, DriftDesk.Page);
        return LoadAsync();
    }

    private Task ShowMoreAsync()
    {
        _most += DriftDesk.Page;
        return LoadAsync();
    }

    private async Task CompareAsync()
    {
        if (_isBusy)
            return;
        (_isBusy, _news, _refusal) = (true, null, null);
        try
        {
            await Checks.CompareAsync(_cts.Token);
            await LoadAsync();
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone; the comparison goes on
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task SettleAsync(SiteDrift drift, Func<SiteDrift, ClaimsPrincipal, Task<DriftSettled>> settle)
    {
        if (_isBusy)
            return;
        (_isBusy, _news, _refusal) = (true, null, null);
        try
        {
            var settled = await settle(drift, (await Authentication).User);
            var name = drift.Name ?? drift.Reference;
            if (settled == DriftSettled.Done)
                _news = Say.With(DriftText.Done, name);
            else
                _refusal = Say.With(RefusalOf(settled), name);
            await LoadAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private static string RefusalOf(DriftSettled settled) => settled switch
    {
        DriftSettled.AuraUnavailable => DriftText.AuraUnavailable,
        DriftSettled.NoPosition => DriftText.NoPosition,
        DriftSettled.Gone => DriftText.Gone,
        _ => DriftText.NotTaken,
    };

    private static string SentenceOf(DriftRun run) => run.Outcome switch
    {
        DriftOutcome.Done => Say.With(DriftText.RunDone, run.Compared, run.Found),
        DriftOutcome.NothingListed => Say.With(DriftText.RunNothing, run.Compared),
        _ => DriftText.RunFailed,
    };

    private static string TakeOf(DriftKind kind) => kind is DriftKind.Missing or DriftKind.DeletedAtAura ? DriftText.TakeOutOf : DriftText.TakeOf;

    private static string WordOf(DriftKind kind) => kind switch
    {
        DriftKind.DeletedAtAura => DriftText.KindDeleted,
        DriftKind.Missing => DriftText.KindMissing,
        DriftKind.Extra => DriftText.KindExtra,
        DriftKind.Renamed => DriftText.KindRenamed,
        DriftKind.Moved => DriftText.KindMoved,
        _ => DriftText.KindChanged,
    };
}
