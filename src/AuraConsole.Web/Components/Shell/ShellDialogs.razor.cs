using AuraConsole.Web.Components.Account;
using AuraConsole.Web.Components.Palette;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Alarm;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Components.Shell;

/// <summary>Shows the dialogs that belong to no page, and starts what the keyboard needs on every page.</summary>
public sealed partial class ShellDialogs : IDisposable
{
    private IJSObjectReference? _keys;
    private bool? _told;

    [Inject]
    private ShellState Shell { get; set; } = default!;

    [Inject]
    private AlarmConsole Alarm { get; set; } = default!;

    [Inject]
    private UserPreferences Preferences { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    public void Dispose() => Shell.Changed -= Redraw;

    protected override void OnInitialized() => Shell.Changed += Redraw;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using var focus = await Script.InvokeAsync<IJSObjectReference>("import", "./js/focus.js");
            await focus.InvokeVoidAsync("keep");
            if ((await Authentication).User is { Identity.IsAuthenticated: true } user)
            {
                var kept = await Preferences.ReadAsync(user.UserId(), CancellationToken.None);
                Shell.UseSingleKeys(kept.GetValueOrDefault(UserPreferences.SingleKeys) != SettingsDialog.Off);
            }
            // only now: a key must not act before it is known whether it may
            _keys = await Script.InvokeAsync<IJSObjectReference>("import", "./js/keys.js");
            _told = Shell.SingleKeys;
            await _keys.InvokeVoidAsync("useSingle", Shell.SingleKeys);
            await _keys.InvokeVoidAsync("listen");
        }
        if (_keys is not null && _told != Shell.SingleKeys)
        {
            _told = Shell.SingleKeys;
            await _keys.InvokeVoidAsync("useSingle", Shell.SingleKeys);
        }
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private async Task ChooseAsync(PaletteItem item)
    {
        Shell.Close();
        if (item.Action is { } action)
            await DoAsync(action);
        else if (item.Address is { } address)
            // account pages are plain pages, outside of the circuit
            Navigation.NavigateTo(address, forceLoad: address.StartsWith(AccountPaths.Root, StringComparison.Ordinal));
    }

    private async Task DoAsync(ShellAction action)
    {
        switch (action)
        {
            case ShellAction.Raise:
                var onBoard = Navigation.ToBaseRelativePath(Navigation.Uri) is "" or ['?', ..];
                Navigation.NavigateTo(onBoard ? Navigation.GetUriWithQueryParameter("raise", "") : "/?raise=");
                break;
            case ShellAction.Silence:
                await Alarm.SilenceAsync();
                break;
            case ShellAction.SoundTest:
                Shell.Open(ShellDialog.Sound);
                break;
            case ShellAction.Keys:
                Shell.Open(ShellDialog.Keys);
                break;
            case ShellAction.Settings:
                Shell.Open(ShellDialog.Settings);
                break;
            case ShellAction.Dark or ShellAction.Light:
                await using (var theme = await Script.InvokeAsync<IJSObjectReference>("import", "./js/dialog.js"))
                    await theme.InvokeVoidAsync("press", $"[data-theme-choice='{(action == ShellAction.Dark ? "dark" : "light")}']");
                break;
        }
    }
}
