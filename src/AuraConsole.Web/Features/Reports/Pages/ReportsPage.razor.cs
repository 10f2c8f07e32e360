using AuraConsole.Web.Components;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Reports.Making;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Features.Reports.Pages;

/// <summary>The figures of a period, by what the address says.</summary>
public sealed partial class ReportsPage : IDisposable
{
    private const int MostGroups = 1000;

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<SiteGroup> _groups = [];
    private IReadOnlyList<StageClockPreset> _presets = [];
    private Report? _report;
    private ReportAsk? _ask;
    private string _zone = "";
    private string _name = "";
    private string? _siteName;
    private string? _fault;
    private int _turn;
    private bool _isLimited;
    private bool _isMaking;
    private bool _isFailed;

    [Inject]
    private ReportMaker Maker { get; set; } = default!;

    [Inject]
    private IDbContextFactory<ConsoleDbContext> Contexts { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<ReportsPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override void OnInitialized() => Navigation.LocationChanged += Follow;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        var user = (await Authentication).User;
        var scope = Scopes.Of(user);
        (_zone, _name, _isLimited) = (await BrowserZone.ReadAsync(Script), user.DisplayName(), scope.IsLimited);
        await using (var db = await Contexts.CreateDbContextAsync(_gone.Token))
        {
            _groups = [.. (await db.SiteGroups.AsNoTracking().OrderBy(static group => group.Name).Take(MostGroups).ToListAsync(_gone.Token)).Where(group => scope.Covers(group.Id))];
            _presets = await db.StageClockPresets.AsNoTracking().OrderByDescending(static preset => preset.IsDefault).ThenBy(static preset => preset.Name).Take(MostGroups).ToListAsync(_gone.Token);
        }
        await FollowAsync(Navigation.Uri);
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= Follow;
        _gone.Cancel();
        _gone.Dispose();
    }

    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath == "/reports")
            _ = InvokeAsync(() => FollowAsync(change.Location));
    }

    private async Task FollowAsync(string uri)
    {
        _ask = ReportAsk.Read(new Uri(uri).Query, _zone, Time.GetUtcNow());
        await MakeAsync();
        StateHasChanged();
    }

    private void Show(ReportAsk ask)
    {
        var address = $"/reports?{ask.Query()}";
        if (new Uri(Navigation.Uri).PathAndQuery == address)
            _ = InvokeAsync(() => FollowAsync(Navigation.Uri));
        else
            Navigation.NavigateTo(address);
    }

    private async Task MakeAsync()
    {
        if (_ask is not { } ask)
            return;
        var turn = ++_turn;
        _fault = !ask.IsInOrder ? ReportsText.PeriodWrong : ask.IsTooLong ? Say.With(ReportsText.PeriodTooLong, ReportAsk.MostDays) : null;
        if (_fault is not null)
            return;
        (_isMaking, _isFailed) = (true, false);
        StateHasChanged();
        try
        {
            var scope = Scopes.Of((await Authentication).User);
            var report = await Maker.MakeAsync(ask, scope, _gone.Token);
            if (turn != _turn)
                return;
            _siteName = ask.Site is { } site ? await SiteNameAsync(site, scope) : null;
            _report = report;
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // the page is gone
        }
        catch (SqliteException failure)
        {
            Log.NotMade(Logger, failure);
            (_report, _isFailed) = (null, true);
        }
        finally
        {
            _isMaking = turn != _turn;
        }
    }

    private async Task<string?> SiteNameAsync(int id, Scope scope)
    {
        await using var db = await Contexts.CreateDbContextAsync(_gone.Token);
        return (await db.Sites.AsNoTracking().Within(scope).FirstOrDefaultAsync(site => site.Id == id, _gone.Token))?.DisplayName;
    }

    private string PlaceOf(ReportAsk ask) => ask.Site is { } site ? _siteName ?? $"#{site}"
        : ask.Group == ReportAsk.NoGroup ? ReportsText.NoGroup
        : ask.Group is { } group ? _groups.FirstOrDefault(one => one.Id == group)?.Name ?? $"#{group}"
        : ReportsText.Everything;

    private async Task PrintAsync()
    {
        await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/zone.js");
        await module.InvokeVoidAsync("print");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A report could not be made")]
        public static partial void NotMade(ILogger logger, Exception failure);
    }
}
