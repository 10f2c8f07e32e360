using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Wallboard.Access;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Wallboard;

/// <summary>An admin makes links for screens and takes them back.</summary>
public sealed partial class WallboardsPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<WallboardToken>? _tokens;
    private WallboardToken? _revoking;
    private string _name = "";
    private string? _fault;
    private string? _link;
    private string? _linkName;
    private string? _done;
    private bool _isBusy;

    [Inject]
    private WallboardTokens Tokens { get; set; } = default!;

    [Inject]
    private BoardScreens Screens { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _tokens = await Tokens.ListAsync(_cts.Token);

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task CreateAsync()
    {
        (_link, _done) = (null, null);
        var name = _name.Trim();
        _fault = name.Length == 0 ? WallText.NeedName : null;
        if (_fault is not null || _isBusy)
            return;
        _isBusy = true;
        try
        {
            var secret = await Tokens.CreateAsync(name, (await Authentication).User, _cts.Token);
            if (secret is null)
            {
                _fault = Say.With(WallText.TooMany, WallboardTokens.MostInUse);
                return;
            }
            (_link, _linkName, _name) = (WallboardPaths.Link(Navigation.BaseUri, secret), name, "");
            _tokens = await Tokens.ListAsync(_cts.Token);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task RevokeAsync(WallboardToken token)
    {
        if (_isBusy)
            return;
        _isBusy = true;
        try
        {
            await Tokens.RevokeAsync(token.Id, (await Authentication).User, _cts.Token);
            (_revoking, _link, _done) = (null, null, Say.With(WallText.RevokeDone, token.Name));
            _tokens = await Tokens.ListAsync(_cts.Token);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
