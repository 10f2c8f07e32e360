using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Components.Shell;

/// <summary>Switches single keys off for this person, on every computer.</summary>
public sealed partial class SingleKeysSwitch
{
    private bool _busy;
    private bool _failed;

    [Inject]
    private ShellState Shell { get; set; } = default!;

    [Inject]
    private UserPreferences Preferences { get; set; } = default!;

    [Inject]
    private ILogger<SingleKeysSwitch> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private async Task ChangeAsync(ChangeEventArgs change)
    {
        if (_busy)
            return;
        (_busy, _failed) = (true, false);
        var on = change.Value is true;
        try
        {
            await Preferences.WriteAsync((await Authentication).User.UserId(), UserPreferences.SingleKeys, on ? SettingsDialog.On : SettingsDialog.Off, CancellationToken.None);
            Shell.UseSingleKeys(on);
        }
        catch (Exception failure)
        {
            Log.NotKept(Logger, failure);
            _failed = true;
        }
        finally
        {
            _busy = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A preference could not be kept")]
        public static partial void NotKept(ILogger logger, Exception failure);
    }
}
