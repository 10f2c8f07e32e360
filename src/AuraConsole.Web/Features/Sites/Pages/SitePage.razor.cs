using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Features.Sites.Showing;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Sites.Pages;

public sealed partial class SitePage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IDisposable? _subscription;
    private SiteView? _view;
    // what the form began with: a live refresh must not pull it from under the typing hand
    private Site? _opened;
    private string? _news;
    private bool _isLoaded;
    private bool _isEditing;
    private bool _isDeleting;

    [Inject]
    private SiteQueries Queries { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private SiteFeed Feed { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromQuery(Name = "edit")]
    private bool Edit { get; set; }

    protected override void OnInitialized()
    {
        _news = SiteNews.Read(Navigation.HistoryEntryState);
        _subscription = Feed.Subscribe(() => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Site.Id != Id)
            await LoadAsync();
        var edits = Edit && _view?.Site.DeletedAt is null && (await Authentication).User.IsInRole(Roles.Admin);
        if (edits && !_isEditing)
        {
            // fresh from the table, because this page may have been open for hours
            await LoadAsync();
            _opened = _view?.Site;
            _news = null;
        }

        _isEditing = edits && _opened is not null;
        _isDeleting &= !_isEditing;
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            _view = await Queries.FindAsync(Id, Scopes.Of((await Authentication).User), _cts.Token);
            _isLoaded = true;
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
        catch (ObjectDisposedException)
        {
            // the page is gone, and its token with it
        }
    }

    private void AskToDelete()
    {
        _isDeleting = true;
        _news = null;
    }

    private void Go(bool editing) => Navigation.NavigateTo($"/sites/{Id}" + (editing ? "?edit=true" : ""));

    private async Task DoneAsync(SiteResult result)
    {
        _isDeleting = false;
        _news = SiteSentences.Of(result);
        await LoadAsync();
        if (_isEditing)
            Go(false);
    }
}
