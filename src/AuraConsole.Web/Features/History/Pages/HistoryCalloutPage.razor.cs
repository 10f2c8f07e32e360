using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Components.Callouts.Timeline;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.History.Pages;

/// <summary>One callout as it was recorded: nothing here changes anything.</summary>
public sealed partial class HistoryCalloutPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly TimelinePages _pages = new();
    private CalloutDetail? _detail;
    private CalloutRecords? _records;
    private TimelineFilter _filter;
    private string? _me;
    private string? _myName;
    private long _shown;
    private bool _isRead;

    [Inject]
    private CalloutReader Reader { get; set; } = default!;

    [Inject]
    private HistoryRecords Records { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter]
    public long AuraId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == AuraId)
            return;
        _shown = AuraId;
        var user = (await Authentication).User;
        (_me, _myName) = (user.UserId(), user.DisplayName());
        await LoadAsync();
        _records = _detail is null ? null : await Records.ReadAsync(AuraId, Scopes.Of(user), _gone.Token);
        _isRead = true;
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task LoadAsync()
    {
        _detail = await Reader.ReadAsync(AuraId, _filter, Scopes.Of((await Authentication).User), _gone.Token);
        _pages.Clear();
        if (_detail is { } detail)
            _pages.Newest(detail.Entries, detail.HasOlder);
    }

    private Task FilterAsync(TimelineFilter filter)
    {
        _filter = filter;
        return LoadAsync();
    }

    private async Task OlderAsync()
    {
        // a limit set meanwhile holds here, too
        if (_detail is not { } detail || _pages.Entries.Count == 0 || !Scopes.Of((await Authentication).User).Covers(detail.Callout.SiteGroupId))
            return;
        var (page, hasOlder) = await Reader.OlderAsync(_pages.Entries[^1], _filter, _gone.Token);
        _pages.Older(page, hasOlder);
    }
}
