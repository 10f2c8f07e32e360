using AuraConsole.Web.Access;
using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Account;

/// <summary>Codes of an authenticator app: set up, recovery codes, off.</summary>
public sealed partial class CodeFactor
{
    private string? _key;
    private string? _sealed;
    private string _address = "";
    private string? _failure;
    private string? _news;
    private IReadOnlyList<string>? _recovery;
    private int _left;

    [Inject]
    private CodeSetUp SetUp { get; set; } = default!;

    [Inject]
    private ConsoleSignIn SignIn { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "code-confirm")]
    private string? Sealed { get; set; }

    [SupplyParameterFromForm(FormName = "code-confirm")]
    private string? Code { get; set; }

    [Parameter, EditorRequired]
    public ConsoleUser User { get; set; } = default!;

    /// <summary>Whether the person has proved a short while ago who it is.</summary>
    [Parameter, EditorRequired]
    public bool MayChange { get; set; }

    /// <summary>Whether the role demands a second factor.</summary>
    [Parameter, EditorRequired]
    public bool IsDemanded { get; set; }

    protected override async Task OnInitializedAsync()
    {
        // the form that is sent back has to be there again before it is read
        if (Sealed is not null)
            Show(SetUp.Open(User, Sealed), Sealed);
        _left = await SignIn.UserManager.CountRecoveryCodesAsync(User);
    }

    private void Start()
    {
        if (!MayChange || User.TwoFactorEnabled)
            return;
        var (key, pending) = SetUp.Begin(User);
        Show(key, pending);
    }

    private async Task ConfirmAsync()
    {
        var key = _key;
        if (!MayChange || User.TwoFactorEnabled || key is null)
        {
            (_failure, _key, _sealed) = (SecurityText.AppLate, null, null);
            return;
        }
        _recovery = await SetUp.ConfirmAsync(User, key, Code, HttpContext.User);
        if (_recovery is null)
            _failure = SecurityText.AppWrong;
        else
            (_news, _left, _key, _sealed) = (SecurityText.AppDone, _recovery.Count, null, null);
    }

    private async Task RenewAsync()
    {
        if (!MayChange || !User.TwoFactorEnabled)
            return;
        _recovery = await SetUp.RenewAsync(User, HttpContext.User);
        _left = _recovery.Count;
    }

    private async Task StopAsync()
    {
        if (!MayChange || !User.TwoFactorEnabled)
            return;
        if (IsDemanded && (await SignIn.UserManager.GetPasskeysAsync(User)).Count == 0)
        {
            _failure = SecurityText.AppStopRefused;
            return;
        }
        await SetUp.StopAsync(User, HttpContext.User);
        _news = SecurityText.AppStopped;
    }

    private void Show(string? key, string pending) =>
        (_key, _sealed, _address) = (key, pending, key is null ? "" : Totp.Address(CommonText.ProductName, User.Email ?? User.Id, key));
}
