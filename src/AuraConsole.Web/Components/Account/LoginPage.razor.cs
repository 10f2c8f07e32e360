using System.ComponentModel.DataAnnotations;
using AuraConsole.Web.Access;
using AuraConsole.Web.Access.SingleSignOn;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Components.Account;

public sealed partial class LoginPage
{
    private string? _failure;

    [Inject]
    private ConsoleSignIn SignIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IOptions<DemoOptions> Demo { get; set; } = default!;

    [Inject]
    private IOptions<SingleSignOnOptions> SingleSignOn { get; set; } = default!;

    [Inject]
    private ILogger<LoginPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery(Name = AccountPaths.ReturnUrl)]
    private string? ReturnUrl { get; set; }

    /// <summary>Why single sign-on came to nothing.</summary>
    [SupplyParameterFromQuery(Name = SingleSignOnEndpoints.Trouble)]
    private string? Trouble { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private LoginInput Input { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Credential { get; set; }

    protected override void OnInitialized()
    {
        Input ??= new LoginInput();
        if (SingleSignOn.Value.Enabled && Enum.TryParse<SingleSignOnTrouble>(Trouble, out var trouble))
            _failure = trouble.Told(SingleSignOn.Value.Name);
        if (HttpMethods.IsGet(HttpContext.Request.Method) && SignIn.IsSignedIn(HttpContext.User))
            GoOn();
    }

    private async Task SignInAsync()
    {
        var result = await SignIn.TryPasswordAsync(Input.Email, Input.Password);
        if (result.Succeeded)
        {
            GoOn();
            return;
        }
        if (result.RequiresTwoFactor)
        {
            Navigation.NavigateTo($"{AccountPaths.Code}?{AccountPaths.ReturnUrl}={Uri.EscapeDataString(AccountPaths.LocalOrBoard(ReturnUrl))}");
            return;
        }
        if (ReferenceEquals(result, ConsoleSignIn.PasskeyWanted))
        {
            _failure = SecurityText.PasskeyWanted;
            return;
        }
        _failure = result.IsLockedOut ? AccountText.SignInLocked : AccountText.SignInFailed;
        Log.Refused(Logger);
    }

    private async Task UsePasskeyAsync()
    {
        var result = await SignIn.TryPasskeyAsync(Credential);
        if (result.Succeeded)
            GoOn();
        else
            _failure = result.IsLockedOut ? AccountText.SignInLocked : SecurityText.PasskeyFailed;
    }

    private void GoOn() => Navigation.NavigateTo(AccountPaths.LocalOrBoard(ReturnUrl), forceLoad: true);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A sign-in was refused")]
        public static partial void Refused(ILogger logger);
    }
}

internal sealed class LoginInput
{
    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.EmailMissing))]
    [StringLength(256, ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.EmailInvalid))]
    public string Email { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordMissing))]
    [StringLength(PasswordRules.Most,
        ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.SignInFailed))]
    public string Password { get; set; } = "";
}
