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

    protected override async Task OnInitializedAsync() => _left = await SignIn.UserManager.CountRecoveryCodesAsync(User);

    private void Start()
    {
        if (!MayChange || User.TwoFactorEnabled)
            return;
        var (key, pending) = SetUp.Begin(User);
        Show(key, pending);
    }

    private async Task ConfirmAsync()
    {
        if (!MayChange || User.TwoFactorEnabled)
            return;
        if (SetUp.Open(User, Sealed) is not { } key)
        {
            _failure = SecurityText.AppLate;
            return;
        }
        _recovery = await SetUp.ConfirmAsync(User, key, Code, HttpContext.User);
        if (_recovery is null)
        {
            _failure = SecurityText.AppWrong;
            Show(key, Sealed!);
            return;
        }
        (_news, _left) = (SecurityText.AppDone, _recovery.Count);
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

    private void Show(string key, string pending) =>
        (_key, _sealed, _address) = (key, pending, Totp.Address(CommonText.ProductName, User.Email ?? User.Id, key));
}
