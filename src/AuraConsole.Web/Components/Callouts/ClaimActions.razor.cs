using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Claim, take back or hand back, take over: whatever the signed-in person may do with this callout's owner.</summary>
public sealed partial class ClaimActions
{
    private bool _busy;
    private bool _asks;
    // the owner the dialog speaks of, however often the sheet is drawn meanwhile
    private string? _from;
    private string? _fromName;

    [Inject]
    private CalloutClaims Claims { get; set; } = default!;

    [Inject]
    private IAuthorizationService Authorization { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<ClaimActions> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public Callout Callout { get; set; } = default!;

    /// <summary>The signed-in person.</summary>
    [Parameter]
    public Operator? Me { get; set; }

    /// <summary>What to tell the person; null when all went well.</summary>
    [Parameter]
    public EventCallback<string?> OnMessage { get; set; }

    private bool IsSupervisor { get; set; }

    private string? UntilIso => Callout.ClaimedAt + CalloutClaims.TakeBackFor is { } until && until > Time.GetUtcNow() ? ClockText.Iso(until) : null;

    protected override async Task OnParametersSetAsync()
    {
        if (!_asks)
            (_from, _fromName) = (Callout.OwnerId, Callout.OwnerName);
        IsSupervisor = await SupervisesAsync();
    }

    private async Task<bool> SupervisesAsync() =>
        (await Authorization.AuthorizeAsync((await Authentication).User, Policies.Supervise)).Succeeded;

    private Task ClaimAsync() => ActAsync(async me =>
    {
        var (owner, isOurs) = await Claims.ClaimAsync(Callout.AuraId, me, CancellationToken.None);
        if (isOurs)
            return null;
        return owner is null ? CalloutText.ClaimGone : Say.With(CalloutText.ClaimedFirst, owner);
    });

    /// <summary>While the seconds count it undoes the claim; afterwards it hands the callout back.</summary>
    private Task GiveBackAsync() => ActAsync(async me =>
        await Claims.TakeBackAsync(Callout.AuraId, me, CancellationToken.None) || await Claims.HandBackAsync(Callout.AuraId, me, CancellationToken.None)
            ? null : CalloutText.NotYours);

    private Task TakeOverAsync() => ActAsync(_ => TakeOverAsync(null));

    private async Task<string?> TakeOverAsync(string? reason)
    {
        var me = Operator.From((await Authentication).User);
        return await Claims.TakeOverAsync(Callout.AuraId, _from ?? "", reason, me, await SupervisesAsync(), CancellationToken.None) switch
        {
            TakeOver.Done => null,
            TakeOver.NeedsReason => CalloutText.TakeOverMissing,
            TakeOver.Gone => CalloutText.TakeOverGone,
            _ => CalloutText.TakeOverOther,
        };
    }

    /// <param name="act">Answers what to tell the person; null when all went well.</param>
    private async Task ActAsync(Func<Operator, Task<string?>> act)
    {
        if (_busy || Me is null)
            return;
        _busy = true;
        string? message;
        try
        {
            message = await act(Me);
        }
        catch (Exception failure)
        {
            Log.ActionFailed(Logger, Callout.AuraId, failure);
            message = CalloutText.ActionFailed;
        }
        finally
        {
            _busy = false;
        }
        await OnMessage.InvokeAsync(message);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A change of callout {CalloutId}'s owner failed")]
        public static partial void ActionFailed(ILogger logger, long calloutId, Exception failure);
    }
}
